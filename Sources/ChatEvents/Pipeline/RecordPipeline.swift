public import JSONText

/// Processes the records of a source, block by block, on one thread.
///
/// Create one for each source. ``OrderedRun`` does the same with several tasks.
public struct RecordPipeline: Sendable {
  /// The stages, compiled for one job. They are asked once a block, so that a call through a protocol costs nothing.
  fileprivate private(set) var stages: any BlockProcessor
  private var position = ReadingPosition()

  /// Compiles the options.
  ///
  /// - Throws: ``RunError``, if there is no such route, or if it does not accept the settings.
  public init(_ options: RunOptions) throws(RunError) {
    if let to = options.to {
      let routes = ConversionJob.routes(from: options.from, to: to)
      if !routes.isEmpty { try options.settings.validate(for: routes) }
    }
    let formats = Format.all.filter { options.from == nil || $0 == options.from }
    let stages: (any BlockProcessor)? =
      switch options.task {
      case .convert(let to):
        ConversionJob(from: options.from, to: to, options.settings, options.conversion).map(options.stages)
      case .validate(let settings): ValidationJob(formats, settings).map(options.stages)
      case .collect(let selection, let wanted):
        CollectionJob(formats, selection, wanted).map(options.stages)
      case .redact(let settings): RedactionJob(formats, settings).map(options.stages)
      case .export(let settings): ExportJob(formats, settings).map(options.stages)
      }
    guard let stages else { throw RunError.noRoute(from: options.from, to: options.to) }
    self.stages = stages
  }

  /// Processes the records that end inside the source's next block.
  ///
  /// The unconsumed rest of the block is an incomplete record: append more bytes and call again. If the source has
  /// ended, there is no rest.
  ///
  /// Cost: one pass over the bytes; an incomplete record is read again from its start.
  public mutating func process(_ block: borrowing JSONBlock, isLast: Bool) -> BlockResult {
    let result = stages.process(block, at: position, isLast: isLast)
    position = result.position
    return result
  }

  /// Processes a complete text of UTF-8 bytes: an array, Foundation's `Data`, or any other collection.
  ///
  /// - Throws: ``RunError``, if there is no such route, or if it does not accept the settings.
  public static func result(
    of text: some Collection<UInt8>, _ options: RunOptions
  ) throws(RunError) -> BlockResult {
    var pipeline = try RecordPipeline(options)
    return pipeline.process(JSONBlock(text), isLast: true)
  }

  /// Processes a complete text.
  ///
  /// - Throws: ``RunError``, if there is no such route, or if it does not accept the settings.
  public static func result(of text: String, _ options: RunOptions) throws(RunError) -> BlockResult {
    try result(of: text.utf8, options)
  }
}

extension OrderedRun {
  /// Creates a run.
  ///
  /// - Parameters:
  ///   - options: the options of the run.
  ///   - jobs: the number of parallel tasks; with 1, no task is created.
  /// - Throws: ``RunError``.
  public init(_ options: RunOptions, jobs: Int) throws(RunError) {
    try self.init(options, jobs: jobs, blockSize: nil)
  }

  /// Makes a run that cuts its sources into pieces of that many bytes, so that a short text has several.
  package init(_ options: RunOptions, jobs: Int, blockSize: Int?) throws(RunError) {
    // Which page call is the first only one task knows that sees them all.
    let needsOrder = options.settings.options.contains(.skipFirstPage)
    self.init(
      try RecordPipeline(options).stages, jobs: needsOrder ? 1 : jobs, recordLimit: options.recordLimit,
      limit: options.limit, blockSize: blockSize)
  }
}

extension RunOptions {
  /// What a conversion is asked besides what its routes know.
  fileprivate var conversion: ConversionJob.Options {
    ConversionJob.Options(
      rejectsLargeEvents: rejectsLargeEvents, largestEvent: largestEvent, isInteroperable: isInteroperable,
      surveys: surveys, selection: selection, now: now, plans: plans)
  }

  /// Makes the stages for a job.
  fileprivate func stages<Job: RecordJob>(_ job: Job) -> any BlockProcessor {
    var job = job
    let first = job.select(0)
    let recogniser = Recogniser(
      job.formats, first: first, target: to, isNamed: from != nil, pointers: unwrapping)
    return Pipeline(job, recogniser, recordLimit: recordLimit, stopsAtReject: stopsAtReject)
  }
}
