// swift-tools-version: 6.2
import PackageDescription

/// One rule set for every target: Swift 6, `any` written out, imports internal unless said
/// otherwise, and no warnings.
let houseRules: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
]

func room(
    _ name: String, _ neighbours: [String] = [], _ products: [Target.Dependency] = []
) -> Target {
    .target(
        name: name, dependencies: neighbours.map { .byName(name: $0) } + products,
        swiftSettings: houseRules)
}

func tests(
    _ name: String, _ neighbours: [String], _ products: [Target.Dependency] = [],
    besides files: [String] = []
) -> Target {
    .testTarget(
        name: name, dependencies: neighbours.map { .byName(name: $0) } + products,
        exclude: files, swiftSettings: houseRules)
}

let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let http = Target.Dependency.product(name: "AsyncHTTPClient", package: "async-http-client")
let nio = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioPosix = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")
let nioHTTP1 = Target.Dependency.product(name: "NIOHTTP1", package: "swift-nio")
let nioFoundation = Target.Dependency.product(
    name: "NIOFoundationCompat", package: "swift-nio")
let tls = Target.Dependency.product(name: "NIOSSL", package: "swift-nio-ssl")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let cryptoExtras = Target.Dependency.product(name: "CryptoExtras", package: "swift-crypto")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let hummingbirdCore = Target.Dependency.product(
    name: "HummingbirdCore", package: "hummingbird")
let hummingbirdTesting = Target.Dependency.product(
    name: "HummingbirdTesting", package: "hummingbird")
let lifecycle = Target.Dependency.product(
    name: "ServiceLifecycle", package: "swift-service-lifecycle")
let signals = Target.Dependency.product(
    name: "UnixSignals", package: "swift-service-lifecycle")
let jwt = Target.Dependency.product(name: "JWTKit", package: "jwt-kit")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let subprocess = Target.Dependency.product(name: "Subprocess", package: "swift-subprocess")
let heap = Target.Dependency.product(name: "HeapModule", package: "swift-collections")
let arguments = Target.Dependency.product(
    name: "ArgumentParser", package: "swift-argument-parser")
let rainbow = Target.Dependency.product(name: "Rainbow", package: "Rainbow")

let package = Package(
    name: "holdfast",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "holdfast", targets: ["holdfast"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(
            url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/onevcat/Rainbow", from: "4.2.2"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
        .package(url: "https://github.com/vapor/jwt-kit", from: "5.7.1"),
    ],
    targets: [
        .systemLibrary(name: "CMalloc"),

        // Ground: what exists and what to do next. No I/O.
        room("Domain"),

        // Thin typed clients and the JSON bodies that cross the network.
        room("Wire"),
        room("DockerAPI", ["Domain"], [http, nio, nioPosix, nioHTTP1, nioFoundation, tls]),
        room(
            "KubernetesAPI", ["Domain", "Wire"],
            [http, nio, nioPosix, nioHTTP1, nioFoundation, tls, yams, subprocess]),

        // Adapters: each fills a port of Domain; they never see each other.
        room("StoreSQL", ["Domain"], [crypto]),
        room("StoreSQLite", ["StoreSQL", "Domain"], [grdb, sqlite]),
        room("EngineDocker", ["Domain", "DockerAPI"], [http, logging, nio, nioPosix]),
        room("EngineKubernetes", ["Domain", "KubernetesAPI", "Wire"], [logging]),
        room("CatalogFiles", ["Domain"], [yams]),
        room("Credentials", ["Domain"], [crypto, cryptoExtras, nioPosix]),
        room("Notifications", ["Domain"], [http, mustache, nio, subprocess]),

        // The one door for people, the one door for machines.
        room("Operations", ["Domain"]),
        room("Reconciler", ["Domain"], [heap, logging]),

        // Faces.
        room(
            "API", ["Operations", "Domain", "Wire"],
            [crypto, hummingbird, hummingbirdCore, jwt, lifecycle, logging, nio]),
        room("CLI", ["Wire"], [arguments, http, nio, rainbow, yams]),

        // Looks at the machine and at what is below, and says what to do.
        room(
            "Doctor",
            [
                "CatalogFiles", "DockerAPI", "Domain", "KubernetesAPI", "Notifications", "StoreSQL",
                "StoreSQLite", "Wire",
            ], [http]),

        // Joins all.
        .executableTarget(
            name: "holdfast",
            dependencies: [
                "API", "CLI", "CMalloc", "CatalogFiles", "Credentials", "Doctor", "Domain",
                "EngineDocker",
                "EngineKubernetes", "KubernetesAPI", "Notifications", "Operations", "Reconciler",
                "StoreSQL", "StoreSQLite", "DockerAPI",
                "Wire",
                arguments, hummingbird, lifecycle, logging, nio, signals,
            ],
            swiftSettings: houseRules),

        // Measures all of it but the engine.
        .executableTarget(
            name: "holdfast-bench",
            dependencies: [
                "API", "CMalloc", "CatalogFiles", "Credentials", "Domain", "EngineKubernetes",
                "KubernetesAPI", "Operations", "Reconciler", "StoreSQLite", "Wire", arguments,
                hummingbird, logging,
            ],
            swiftSettings: houseRules),

        // Worlds in memory.
        room(
            "TestSupport", ["Domain", "KubernetesAPI", "Wire"],
            [http, logging, nio, nioHTTP1, nioPosix]),

        // Real programs, for tests against them.
        room(
            "RealWorld", ["Domain", "DockerAPI", "KubernetesAPI", "TestSupport", "Wire"],
            [crypto, http, nio, nioFoundation, nioHTTP1, nioPosix, tls]),

        // What every adapter must pass.
        room("Conformance", ["Domain", "TestSupport"]),

        // The program itself in a model of the world that goes wrong, by seed.
        room(
            "Simulation",
            [
                "Domain", "EngineKubernetes", "KubernetesAPI", "Operations", "Reconciler",
                "StoreSQL", "StoreSQLite", "TestSupport", "Wire",
            ], [grdb, sqlite, logging]),
        .executableTarget(
            name: "holdfast-sim", dependencies: ["Simulation", arguments],
            swiftSettings: houseRules),

        tests("DomainTests", ["Domain", "TestSupport"]),
        tests(
            "StoreTests",
            ["Conformance", "Domain", "RealWorld", "StoreSQL", "StoreSQLite", "TestSupport"], [grdb]
        ),
        tests(
            "EngineDockerTests",
            ["Conformance", "DockerAPI", "Domain", "EngineDocker", "RealWorld", "TestSupport"],
            [crypto, http, logging, nio, nioFoundation, nioPosix]),
        tests(
            "KubernetesAPITests",
            ["Conformance", "Domain", "KubernetesAPI", "TestSupport", "Wire"],
            [nio, nioHTTP1, nioPosix, tls]),
        tests(
            "EngineKubernetesTests",
            [
                "Conformance", "Domain", "EngineKubernetes", "KubernetesAPI", "RealWorld",
                "TestSupport", "Wire",
            ],
            [http, logging, nio]),
        tests("CatalogFilesTests", ["Domain", "CatalogFiles", "TestSupport"]),
        tests("CredentialsTests", ["Domain", "Credentials"]),
        tests(
            "NotificationsTests",
            ["Credentials", "Domain", "Notifications", "RealWorld", "TestSupport"],
            [hummingbird, hummingbirdTesting]),
        tests(
            "OperationsTests",
            [
                "Domain", "Operations", "StoreSQL", "StoreSQLite", "TestSupport",
            ]),
        tests(
            "ReconcilerTests",
            [
                "Domain", "Operations", "Reconciler", "StoreSQL", "StoreSQLite", "TestSupport",
            ], [logging]),
        tests(
            "APITests",
            [
                "API", "Credentials", "Doctor", "Domain", "Operations", "RealWorld", "Reconciler",
                "StoreSQL", "StoreSQLite", "TestSupport", "Wire",
            ],
            [http, hummingbird, hummingbirdTesting, lifecycle, logging, nioPosix]),
        tests("CLITests", ["CLI", "Wire"]),
        tests(
            "DoctorTests",
            [
                "Conformance", "DockerAPI", "Doctor", "Domain", "EngineKubernetes", "KubernetesAPI",
                "Notifications", "RealWorld", "StoreSQLite", "TestSupport", "Wire",
            ], [logging, nio, nioHTTP1, nioPosix]),
        tests(
            "SimulationTests",
            ["Conformance", "Domain", "Operations", "Simulation", "TestSupport", "Wire"],
            besides: ["Scenarios"]),
        tests(
            "TestSupportTests",
            ["Conformance", "DockerAPI", "Domain", "RealWorld", "TestSupport", "Wire"], [http, nio]),
        tests("TidyTests", []),
        tests(
            "EndToEndTests",
            [
                "Conformance", "DockerAPI", "Domain", "KubernetesAPI", "RealWorld", "StoreSQLite",
                "TestSupport", "Wire",
            ],
            [grdb, http, nio, nioHTTP1, nioPosix]),
    ]
)
