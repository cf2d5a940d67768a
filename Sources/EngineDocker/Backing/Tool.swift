import Domain
import Foundation

/// A program of the system, run with a list of arguments and never by a shell.
struct Tool: Sendable {
    private static let folders = ["/usr/sbin", "/sbin", "/usr/bin", "/bin", "/usr/local/sbin"]

    let name: String

    init(_ name: String) { self.name = name }

    var path: String? {
        Self.folders.map { "\($0)/\(name)" }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    /// Runs it to its end, and answers what it printed.
    @discardableResult
    func run(_ arguments: String...) async throws(EngineFailure) -> String {
        guard let path else {
            throw .impossible("There is no program “\(name)” on this machine. Install it.")
        }
        let (code, output, complaint) = await Self.run(path, arguments)
        guard code == 0 else {
            let words = complaint.isEmpty ? "it ended with \(code)" : complaint
            throw .failed("\(name) \(arguments.joined(separator: " ")) did not work: \(words)")
        }
        return output
    }

    /// The tools used here print a few lines, which fit into a pipe.
    private static func run(
        _ path: String, _ arguments: [String]
    ) async -> (code: Int32, output: String, complaint: String) {
        let (output, complaints) = (Pipe(), Pipe())
        let process = Process()
        process.executableURL = URL(filePath: path)
        process.arguments = arguments
        process.environment = ["LC_ALL": "C", "PATH": folders.joined(separator: ":")]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = complaints
        return await withCheckedContinuation { continuation in
            process.terminationHandler = { ended in
                continuation.resume(
                    returning: (ended.terminationStatus, text(output), text(complaints)))
            }
            do {
                try process.run()
            } catch {
                process.terminationHandler = nil
                continuation.resume(returning: (127, "", "\(error)"))
            }
        }
    }

    private static func text(_ pipe: Pipe) -> String {
        String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
            .trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
