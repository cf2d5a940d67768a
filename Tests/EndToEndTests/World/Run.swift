import Foundation
import Glibc
import Testing

/// One run of the real program.
final class Run: Sendable {
    /// Beside the bundle of these tests, in whatever folder both were built.
    private static let program = Bundle.main.executableURL?.deletingLastPathComponent()
        .appending(path: "holdfast")

    let process: pid_t
    let ending = Ending()
    private let output: URL
    private let complaints: URL

    /// - Parameters:
    ///   - folder: Keeps what the program says; `name` must be new in it.
    ///   - input: What it reads; without it there is nothing to read.
    ///   - onTerminal: Whether it writes to a terminal, errors and all, instead of to files.
    init(
        _ arguments: [String], environment: [String: String] = [:], input: String = "",
        onTerminal: Bool = false, in folder: URL, as name: String
    ) throws {
        let program = try #require(Self.program)
        try #require(
            FileManager.default.isExecutableFile(atPath: program.path()),
            "There is no \(program.path()); build it first: make build")
        output = folder.appending(path: "\(name).out")
        complaints = folder.appending(path: "\(name).err")
        let given = folder.appending(path: "\(name).in")
        try Data(input.utf8).write(to: given)
        let child = Process()
        child.executableURL = onTerminal ? URL(filePath: "/usr/bin/script") : program
        child.arguments =
            onTerminal
            ? ["-qec", ([program.path()] + arguments).joined(separator: " "), "/dev/null"]
            : arguments
        child.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        child.standardInput = try FileHandle(forReadingFrom: given)
        child.standardOutput = try Self.file(output)
        child.standardError = try Self.file(complaints)
        child.terminationHandler = { [ending] child in
            let isKilled = child.terminationReason == .uncaughtSignal
            ending.come((isKilled ? 128 : 0) + child.terminationStatus)
        }
        try child.run()
        process = child.processIdentifier
    }

    private static func file(_ url: URL) throws -> FileHandle {
        try Data().write(to: url)
        return try FileHandle(forWritingTo: url)
    }

    /// How many files, sockets and pipes it has open (proc(5)).
    var openFiles: Int {
        get throws {
            try FileManager.default.contentsOfDirectory(atPath: "/proc/\(process)/fd").count
        }
    }

    /// What it has printed so far.
    var said: String { (try? String(contentsOf: output, encoding: .utf8)) ?? "" }

    /// What it has printed so far to the standard error.
    var complained: String { (try? String(contentsOf: complaints, encoding: .utf8)) ?? "" }

    func send(_ signal: Int32) {
        if !ending.hasCome { Glibc.kill(process, signal) }
    }

    /// As a power cut does it. Returns once nothing is left of it.
    func kill() async {
        send(SIGKILL)
        _ = await ending.code
    }

    /// Asks it to end, and answers its exit code.
    func terminate(sourceLocation: SourceLocation = #_sourceLocation) async throws -> Int32 {
        send(SIGTERM)
        _ = try await eventually(
            "It does not end.", within: .seconds(40), sourceLocation: sourceLocation
        ) { ending.hasCome ? true : nil }
        return await ending.code
    }
}
