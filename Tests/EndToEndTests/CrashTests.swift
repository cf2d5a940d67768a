import Foundation
import RealWorld
import TestSupport
import Testing
import Wire

/// Holdfast is killed in the middle of everything, and whatever was asked for comes true.
@Suite(.needsDocker, .needsIsso, .inInstall(within: .seconds(600)))
struct CrashTests {
    @Test(arguments: Moment.allCases)
    func everyVerbSurvivesAKill(at moment: Moment) async throws {
        try await Install.with { install in
            var story = try await Story(install, moment)
            let made = try await story.interrupt(.create)
            let url = try #require(made.instance.url)
            #expect(try await Isso.comments(at: url) == [])
            try await Isso.post("stay", to: url)
            let before = try await install.container(of: made)

            let restarted = try await story.interrupt(.restart)
            let after = try await install.container(of: restarted)
            #expect(after.state.startedAt != before.state.startedAt)
            #expect(try await Isso.comments(at: url) == ["stay"])

            let stopped = try await story.interrupt(.stop)
            #expect(stopped.instance.status == "STOPPED")
            #expect(try await install.container(of: stopped).state.status == "exited")

            try await story.interrupt(.start)
            #expect(try await Isso.comments(at: url) == ["stay"])

            let reset = try await story.interrupt(.reset)
            #expect(reset.instance.generation == 2)
            #expect(try await Isso.comments(at: url) == [])
            try await Isso.post("other", to: url)

            let undone = try await story.interrupt(.undo)
            #expect(undone.instance.generation == 1)
            #expect(try await Isso.comments(at: url) == ["stay"])
        }
    }

    /// One service, and the server that is killed again and again.
    private struct Story {
        let install: Install
        let moment: Moment
        private var server: Server
        private var customer: Visitor
        private var service: SubscriptionReply?

        init(_ install: Install, _ moment: Moment) async throws {
            self.install = install
            self.moment = moment
            server = try await install.serve()
            customer = try await install.customer(of: server)
        }

        /// Kills Holdfast in the middle of a verb, starts it again, and waits for the end.
        @discardableResult
        mutating func interrupt(
            _ verb: Verb, sourceLocation: SourceLocation = #_sourceLocation
        ) async throws -> SubscriptionReply {
            let begun = try await moment.begin(verb, at: install.docker, by: customer) {
                try await send(verb)
            }
            await server.run.kill()
            server = try await install.serve()
            customer.server = server.url
            try await customer.succeeded(begun.id, sourceLocation: sourceLocation)
            let seen = try await customer.subscription(begun.subscriptionId)
            if verb != .stop {
                #expect(seen.instance.status == "RUNNING", sourceLocation: sourceLocation)
            }
            try await install.expectAccounted([seen], sourceLocation: sourceLocation)
            service = seen
            return seen
        }

        private func send(_ verb: Verb) async throws -> OperationReply {
            guard let service else {
                return try await customer.send(.POST, "subscriptions", json: Visitor.isso).read()
            }
            let body = verb == .reset ? ConfirmBody(confirm: service.instance.name) : ConfirmBody()
            return try await customer.send(
                .POST, "subscriptions/\(service.id)/\(verb.rawValue)", json: body
            ).read()
        }
    }
}
