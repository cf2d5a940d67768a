import Foundation
import RealWorld
import TestSupport
import Testing
import Wire

/// A disk without room: nothing is half written, and nothing that was there is lost.
@Suite(.needsDocker, .needsIsso, .inInstall(within: .seconds(600)))
struct FullDiskTests {
    @Test(.enabled(if: SmallDisk.canBeMade, "needs the right to mount a file system"))
    func aFullDiskRefusesWishesAndLosesNothing() async throws {
        let disk = try SmallDisk(kilobytes: 16_384)
        try await Install.with(data: "\(disk.path)/data") { install in
            let server = try await install.serve()
            let customer = try await install.customer(of: server)
            let made = try await customer.subscribed()
            let url = try #require(made.instance.url)
            try await Isso.post("stay", to: url)

            let filler = "\(disk.path)/filler"
            defer { try? FileManager.default.removeItem(atPath: filler) }
            try fill(filler)
            let granted = try await wishes(customer)
            let tokens: PageReply<TokenReply> = try await customer.get("me/tokens")
            #expect(tokens.items.count == granted)
            for (path, body) in [
                ("subscriptions", #"{"service":"isso","variant":"Free"}"#),
                ("subscriptions/\(made.id)/reset-pod", #"{"confirm":"\#(made.instance.name)"}"#),
            ] {
                let reply = try await customer.send(.POST, path, body)
                #expect(reply.status == 503, "\(reply.text)")
                #expect(try reply.read(Problem.self).type == "/problems/unavailable")
                #expect(reply.text.contains("disk"))
            }
            let list: PageReply<SubscriptionReply> = try await customer.get("subscriptions")
            #expect(list.items.map(\.id) == [made.id])
            #expect(list.items.first?.instance.generation == 1)
            #expect(list.items.first?.operation == nil)
            #expect(try await Isso.comments(at: url) == ["stay"])

            try FileManager.default.removeItem(atPath: filler)
            let reset = try await customer.order(.reset, made.id, confirm: made.instance.name)
            #expect(reset.instance.generation == 2)
            try await customer.order(.undo, made.id)
            #expect(try await Isso.comments(at: url) == ["stay"])
        }
    }

    /// Takes all the room there is.
    private func fill(_ path: String) throws {
        try Data().write(to: URL(filePath: path))
        let file = try #require(FileHandle(forWritingAtPath: path))
        defer { try? file.close() }
        let page = Data(repeating: 0x78, count: 4096)
        do {
            while true { try file.write(contentsOf: page) }
        } catch {
            // That it does not fit any more is what was wanted.
        }
    }

    /// Asks until there is no room even in what the database had set aside; answers how often
    /// the server said yes.
    private func wishes(_ customer: Visitor) async throws -> Int {
        for granted in 0..<2_000 {
            let reply = try await customer.send(
                .POST, "me/tokens", json: TokenBody(name: "token", scope: "read"))
            if reply.status == 503 { return granted }
            try #require(reply.status == 201, "\(reply.text)")
        }
        Issue.record("The disk never was full.")
        return 0
    }
}
