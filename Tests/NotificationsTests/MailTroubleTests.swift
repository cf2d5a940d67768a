import Domain
import Foundation
import RealWorld
import TestSupport
import Testing

@testable import Notifications

/// Servers that do not answer, and what is left of a delivery.
@Suite(.needsMailServer, .timeLimit(.minutes(5))) struct MailTroubleTests {
    @Test(arguments: [MailServer.Mode.silent, .rude])
    func aServerThatSaysNothingHoldsNobodyUp(_ mode: MailServer.Mode) async throws {
        let desk = try await MailDesk(mode, limit: 2)
        let failure = try await desk.send(desk.notice("ann@example.org"))
        #expect(failure?.isTemporary == true, "\(failure as Any)")
        #expect(failure?.message.isEmpty == false)
        #expect(await desk.probe() != nil)
    }

    @Test func aServerThatIsNotThereIsToldAndTriedAgain() async throws {
        let desk = try await MailDesk(.plain, url: "smtp://127.0.0.1:1")
        let failure = try await desk.send(desk.notice("ann@example.org"))
        #expect(failure?.isTemporary == true)
        #expect(failure?.message.contains("cannot be reached") == true, "\(failure as Any)")
        #expect(await desk.probe()?.contains("cannot be reached") == true)
    }

    /// Under a name of its own, so that it is told from other tests' processes.
    @Test func whoIsBrokenOffLeavesNothingAndSaysNothing() async throws {
        let name = "curl-\(UUID().uuidString.prefix(8))"
        let desk = try await MailDesk(
            .silent, login: ("me", "hunter2"), given: ("me", "hunter2"), program: name)
        let notice = desk.notice("ann@example.org")
        try await withThrowingTaskGroup(of: DeliveryFailure?.self) { group in
            group.addTask { try await desk.send(notice) }
            while Processes.named(name).isEmpty { await Task.yield() }
            for process in Processes.named(name) {
                let seen = process.text("cmdline") + process.text("environ")
                #expect(!seen.contains("hunter2"))
                #expect(!seen.contains("HOME="))
            }
            group.cancelAll()
            let failure = try await group.next() ?? nil
            #expect(failure?.isTemporary == true)
        }
        #expect(Processes.named(name).isEmpty, "not even a zombie")
        #expect(try FileManager.default.contentsOfDirectory(atPath: desk.outgoing).isEmpty)
    }

    /// - Returns: How it ends when curl is a program of ours.
    private func run(_ script: String?) async throws -> CurlEnding {
        let path = FileManager.default.temporaryDirectory
            .appending(path: "holdfast-curl-\(UUID().uuidString.prefix(8))").path()
        if let script {
            try Data("#!/bin/sh\n\(script)\n".utf8).write(to: URL(filePath: path))
            try FileManager.default.setAttributes(
                [.posixPermissions: 0o700], ofItemAtPath: path)
        }
        defer { try? FileManager.default.removeItem(atPath: path) }
        let settings = MailSettings(
            server: try #require(SMTPServer(parsing: "smtp://127.0.0.1:1")),
            sender: try #require(Sender(parsing: "a@example.org")))
        return await Curl(path: path).run(CurlConfiguration(greeting: settings, within: 1))
    }

    @Test func aProgramThatDoesNotListenHurtsNobody() async throws {
        for _ in 1...20 {
            #expect(try await run("exit 3") == .ended(3, output: "", complaint: ""))
        }
    }

    @Test func allThatWasSaidIsHeard() async throws {
        let ending = try await run("cat; echo oops >&2; exit 7")
        guard case .ended(7, let output, "oops\n") = ending else {
            Issue.record("\(ending)")
            return
        }
        #expect(output.hasPrefix("url = \"smtp://127.0.0.1:1/\"\n"))
        #expect(output.hasSuffix("max-time = \"1\"\n"))
    }

    @Test func aProgramThatIsNotThereOrIsKilledIsTriedAgain() async throws {
        #expect(try await run(nil).failure()?.isTemporary == true)
        #expect(try await run("kill -9 $$") == .broken("curl was killed."))
    }

    @Test func aProgramThatSaysMuchIsHeardInPart() async throws {
        let ending = try await run("head -c 100000 /dev/zero; exit 7")
        guard case .ended(7, let output, "") = ending else {
            Issue.record("\(ending)")
            return
        }
        #expect((60_000..<80_000).contains(output.utf8.count))
    }

    @Test func whatACrashHasLeftIsSweptOut() async throws {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "holdfast-outgoing-\(UUID().uuidString.prefix(8))").path()
        _ = try OutgoingFolder(folder)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try Data("old".utf8).write(to: URL(filePath: "\(folder)/mail-old"))
        let outgoing = try OutgoingFolder(folder)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
        let file = try outgoing.keep(Data("new".utf8))
        let attributes = try FileManager.default.attributesOfItem(atPath: file)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        let around = try FileManager.default.attributesOfItem(atPath: folder)
        #expect(around[.posixPermissions] as? Int == 0o700)
    }
}
