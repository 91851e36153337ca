// swift-tools-version: 6.2

import PackageDescription

// Warnings are errors if CHATEVENTS_STRICT=1 asks for it, so that what a newer compiler warns of breaks no user's build.
let isStrict = Context.environment["CHATEVENTS_STRICT"] == "1"

// `make install` and `make dist` say which revision they build; a build by hand needs none, and is not made anew for it.
let revision = Context.environment["CHATEVENTS_REVISION"].map { "\"\($0)\"" }

let settings: [SwiftSetting] =
  [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .strictMemorySafety(),
  ] + (isStrict ? [.treatAllWarnings(as: .error)] : [])

let package = Package(
  name: "chatevents",
  platforms: [.macOS(.v26)],
  products: [
    .library(name: "ChatEvents", targets: ["ChatEvents", "JSONText"]),
    .library(name: "ChatEventsFoundation", targets: ["ChatEventsFoundation"]),
    .executable(name: "chatevents", targets: ["ChatEventsCommand"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    .systemLibrary(
      name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .yum(["zlib-devel"])]),
    .target(name: "CVectors"),
    .target(name: "CRevision", cSettings: revision.map { [.define("CHATEVENTS_REVISION", to: $0)] } ?? []),
    .target(name: "JSONText", dependencies: ["CVectors"], swiftSettings: settings),
    .target(name: "PersonalData", dependencies: ["JSONText"], swiftSettings: settings),
    .target(name: "ChatEvents", dependencies: ["JSONText", "PersonalData"], swiftSettings: settings),
    .target(name: "ChatEventsFoundation", dependencies: ["ChatEvents"], swiftSettings: settings),
    .executableTarget(
      name: "ChatEventsCommand",
      dependencies: [
        "ChatEvents",
        "JSONText",
        "CRevision",
        "CZlib",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings
    ),
    .executableTarget(
      name: "TypedBenchmark", dependencies: ["ChatEvents", "JSONText"], path: "Tests/Benchmarks/Typed",
      swiftSettings: settings),
    .target(name: "TestSupport", path: "Tests/Support", swiftSettings: settings),
    .testTarget(
      name: "JSONTextTests", dependencies: ["JSONText", "CVectors", "TestSupport"], swiftSettings: settings),
    .testTarget(
      name: "PersonalDataTests", dependencies: ["PersonalData", "TestSupport"], swiftSettings: settings),
    .testTarget(
      name: "ChatEventsTests",
      dependencies: ["ChatEvents", "ChatEventsFoundation", "JSONText", "TestSupport"],
      exclude: ["Formats/Olark/API/Page"], swiftSettings: settings),
    .testTarget(
      name: "CommandLineTests",
      dependencies: [
        "ChatEventsCommand", "TestSupport",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      exclude: ["Documents/Help"],
      swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)

// `make fuzz` sets the variable. The compiler's option for libFuzzer cannot be given here, since it is for all targets.
if Context.environment["CHATEVENTS_FUZZ"] != nil {
  package.targets += [
    .executableTarget(
      name: "Fuzz", dependencies: ["ChatEvents", "JSONText"], path: "Tests/Fuzz/Target",
      swiftSettings: settings)
  ]
}
