public import JSONText

/// Processes the records of a source, block by block, on one thread.
///
/// Make one for each source. ``OrderedRun`` does the same with several tasks.
public struct RecordPipeline: BlockProcessor {
  /// The pipeline of the job. Each is compiled for its job alone; which one this is counts once a block, never for a record.
  private var pipeline: any BlockProcessor
  private var position = ReadingPosition()

  /// Compiles what is asked.
  ///
  /// - Throws: ``RunError/noRoute(from:to:)``, if no route leads where the caller wants.
  public init(_ options: RunOptions) throws(RunError) {
    func pipeline<Job: RecordJob>(_ job: Job, _ plans: (Job) -> [FormatPlan]) -> (any BlockProcessor)? {
      Recogniser(plans(job), target: options.to, isNamed: options.from != nil).map {
        Pipeline(job, $0, recordLimit: options.recordLimit, stopsAtReject: options.stopsAtReject)
      }
    }
    let formats = Format.all.filter { options.from == nil || $0 == options.from }
    let found: (any BlockProcessor)?
    switch options.task {
    case .convert(let to):
      found = ConversionJob(from: options.from, to: to, options.settings, options.conversion)
        .flatMap { pipeline($0, \.plans) }
    case .validate(let settings): found = pipeline(ValidationJob(formats, settings), \.plans)
    case .redact(let settings): found = pipeline(RedactionJob(formats, settings), \.plans)
    case .export(let settings): found = pipeline(ExportJob(formats, settings), \.plans)
    }
    guard let found else { throw RunError.noRoute(from: options.from, to: options.to) }
    self.pipeline = found
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
    pipeline.process(block, at: position, isLast: isLast)
  }

  func separate() -> RecordPipeline {
    var copy = self
    copy.pipeline = pipeline.separate()
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
