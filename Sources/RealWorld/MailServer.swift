import Foundation
package import Testing

/// A real mail server on loopback, which keeps what it takes: `scripts/test_smtp_server.py` tells
/// what it does with which address.
package final class MailServer: Sendable {
    package enum Mode: String, Sendable { case plain, starttls, tls, silent, rude }

    /// One that it has taken.
    package struct Mail: Decodable, Sendable {
        package var from: String
        package var to: [String]
        package var greeting: String
        package var encrypted: Bool
        package var authenticated: Bool
        package var headers: [String: String]
        /// As it went over the wire, without the dots that only the wire needs.
        package var raw: String
        /// As a person reads it.
        package var text: String
    }

    package let port: Int
    /// A folder of its own, which goes with it.
    package let folder: String
    private let process: Process
    /// It ends when nobody holds this any more.
    private let input: Pipe

    /// - Parameter login: Whom it lets send, where not everybody.
    package init(
        _ mode: Mode = .plain, login: (user: String, password: String)? = nil
    ) async throws {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "holdfast-mail-\(UUID().uuidString.prefix(8))").path()
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: false)
        let (output, input) = (Pipe(), Pipe())
        let process = Process()
        process.executableURL = URL(filePath: Self.python)
        process.arguments =
            [
                Checkout.root.appending(path: "scripts/test_smtp_server.py").path(), folder,
                mode.rawValue,
            ]
            + (login.map { [$0.user, $0.password] } ?? [])
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        let said = try await Self.line(of: output.fileHandleForReading)
        (self.folder, self.process, self.input) = (folder, process, input)
        port = try #require(Int(said), "The mail server does not start.")
    }

    deinit {
        try? input.fileHandleForWriting.close()
        try? FileManager.default.removeItem(atPath: folder)
    }

    package var authority: String { "\(folder)/ca.pem" }

    /// What it has taken so far.
    package var mails: [Mail] {
        get throws {
            guard let data = FileManager.default.contents(atPath: "\(folder)/mails") else {
                return []
            }
            return try data.split(separator: UInt8(ascii: "\n")).map {
                try JSONDecoder().decode(Mail.self, from: $0)
            }
        }
    }

    private static func line(of file: FileHandle) async throws -> String {
        let pieces = AsyncStream<Data> { stream in
            file.readabilityHandler = { file in
                let piece = file.availableData
                if piece.isEmpty { stream.finish() } else { stream.yield(piece) }
            }
        }
        defer { file.readabilityHandler = nil }
        var text = ""
        for await piece in pieces {
            text += String(decoding: piece, as: UTF8.self)
            if let end = text.firstIndex(of: "\n") { return String(text[..<end]) }
        }
        return text
    }

    private static let python =
        Checkout.root.appending(path: ".build-tools/aiosmtpd/bin/python").path()

    fileprivate static var isThere: Bool {
        FileManager.default.isExecutableFile(atPath: python)
            && FileManager.default.isExecutableFile(atPath: "/usr/bin/curl")
    }
}

extension Trait where Self == ConditionTrait {
    package static var needsMailServer: ConditionTrait {
        .enabled(
            if: MailServer.isThere,
            """
            skipped: there is no aiosmtpd in .build-tools, or no curl; “make test” installs both \
            (scripts/install-aiosmtpd)
            """)
    }
}
