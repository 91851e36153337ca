public import JSONText

/// Processes the records of a source, block by block, on one thread.
///
/// Make one for each source. ``OrderedRun`` does the same with several tasks.
public struct RecordPipeline: BlockProcessor {
  /// One pipeline for each job: each is compiled for its job alone.
  private enum Kind: Sendable {
    case convert(Pipeline<ConversionJob>)
    case validate(Pipeline<ValidationJob>)
    case redact(Pipeline<RedactionJob>)
    case export(Pipeline<ExportJob>)
    /// While one of them works.
    case none
  }

  private var kind: Kind
  private var position = ReadingPosition()

  /// Compiles what is asked.
  ///
  /// - Throws: ``RunError/noRoute(from:to:)``, if no route leads where the caller wants.
  public init(_ options: RunOptions) throws(RunError) {
    func pipeline<Job: RecordJob>(_ job: Job, _ plans: [FormatPlan]) -> Pipeline<Job>? {
      Recogniser(plans, target: options.to, isNamed: options.from != nil).map {
        Pipeline(job, $0, recordLimit: options.recordLimit, stopsAtReject: options.stopsAtReject)
      }
    }
    let formats = Format.all.filter { options.from == nil || $0 == options.from }
    let kind: Kind? =
      switch options.task {
      case .convert(let to):
        ConversionJob(from: options.from, to: to, options.settings, options.conversion)
          .flatMap { pipeline($0, $0.plans) }.map(Kind.convert)
      case .validate(let settings):
        Optional(ValidationJob(formats, settings)).flatMap { pipeline($0, $0.plans) }.map(Kind.validate)
      case .redact(let settings):
        Optional(RedactionJob(formats, settings)).flatMap { pipeline($0, $0.plans) }.map(Kind.redact)
      case .export(let settings):
        Optional(ExportJob(formats, settings)).flatMap { pipeline($0, $0.plans) }.map(Kind.export)
      }
    guard let kind else { throw RunError.noRoute(from: options.from, to: options.to) }
    self.kind = kind
  }

  /// Processes the records that end inside the source's next block.
  ///
  /// What it leaves of the block belongs to a record that is not complete: add bytes after it and call again. If the source has
  /// ended, nothing is left.
  ///
  /// Cost: one pass over the bytes; a record that is not complete is read again from its start.
  public mutating func process(_ block: borrowing JSONBlock, isLast: Bool) -> BlockResult {
    let result = process(block, at: position, isLast: isLast)
    position = result.position
    return result
  }

  mutating func process(
    _ block: borrowing JSONBlock, at position: ReadingPosition, isLast: Bool
  ) -> BlockResult {
    // The pipeline is taken out while it works, so that its memory has one owner.
    let current = kind
    kind = .none
    switch consume current {
    case .convert(var pipeline):
      defer { kind = .convert(pipeline) }
      return pipeline.process(block, at: position, isLast: isLast)
    case .validate(var pipeline):
      defer { kind = .validate(pipeline) }
      return pipeline.process(block, at: position, isLast: isLast)
    case .redact(var pipeline):
      defer { kind = .redact(pipeline) }
      return pipeline.process(block, at: position, isLast: isLast)
    case .export(var pipeline):
      defer { kind = .export(pipeline) }
      return pipeline.process(block, at: position, isLast: isLast)
    case .none:
      preconditionFailure("a pipeline is asked while it works")
    }
  }

  func separate() -> RecordPipeline {
    var copy = self
    switch kind {
    case .convert(let pipeline): copy.kind = .convert(pipeline.separate())
    case .validate(let pipeline): copy.kind = .validate(pipeline.separate())
    case .redact(let pipeline): copy.kind = .redact(pipeline.separate())
    case .export(let pipeline): copy.kind = .export(pipeline.separate())
    case .none: break
    }
    return copy
  }
}

extension OrderedRun {
  /// Makes a run.
  ///
  /// - Parameters:
  ///   - options: what is asked of it.
  ///   - jobs: how many tasks work at a time; one works without a task of its own.
  /// - Throws: ``RunError/noRoute(from:to:)``.
  public init(_ options: RunOptions, jobs: Int) throws(RunError) {
    self.init(try RecordPipeline(options), jobs: jobs)
  }
}

extension RunOptions {
  /// What a conversion is asked besides what its routes know.
  fileprivate var conversion: ConversionJob.Options {
    ConversionJob.Options(rejectsLargeEvents: rejectsLargeEvents, surveys: surveys, now: now)
  }
}
