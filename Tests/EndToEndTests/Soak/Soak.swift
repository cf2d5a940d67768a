import AsyncHTTPClient
import Foundation
import Synchronization
import Testing
import Wire

/// Services that are written to all the while, things that are asked for, and all that is killed
/// meanwhile.
final class Soak: Sendable {
    /// A service, as it was once it ran for the first time.
    struct Service: Sendable {
        var subscription: String
        var name: String
        var url: String
    }

    /// Why the soak ends early.
    struct Broken: Error, CustomStringConvertible {
        var description: String
    }

    let schedule: Schedule
    let house: House
    let daemon: MortalDaemon
    let chronicle = Chronicle()
    private let known = Mutex<[Service]>([])

    init(_ schedule: Schedule, in install: Install, client: HTTPClient) async throws {
        self.schedule = schedule
        daemon = try MortalDaemon()
        house = try await House(install, client: client)
    }

    var services: [Service] { known.withLock(\.self) }

    /// Lives through the schedule, and judges what has become of everything.
    func run() async throws {
        try await withThrowingTaskGroup { group in
            group.addTask { [self] in await VolumeWatch(daemon: daemon).run(chronicle) }
            group.addTask { [self] in await EventWatch(docker: house.install.docker).run(chronicle)
            }
            for cycle in schedule.cycles {
                let made = try await live(cycle)
                if let made {
                    let scribe = Scribe(service: made.name, url: made.url, client: house.client)
                    group.addTask { [self] in await scribe.run(chronicle) }
                }
                try await judge(cycle)
            }
            group.cancelAll()
        }
        try await judgeAll()
    }

    /// Asks for one thing, kills meanwhile, and waits for the end.
    /// - Returns: The service that was made, if one was.
    private func live(_ cycle: Cycle) async throws -> Service? {
        chronicle.note("CYCLE \(cycle.number) of seed \(schedule.seed): \(cycle)")
        let services = services
        if let rests = cycle.rests {
            try await carryOut(.stop, on: services[rests], as: "rest-\(cycle.number)")
        }
        let service = cycle.verb == .create ? nil : services[cycle.service]
        let killer = Killer(house: house, daemon: daemon, chronicle: chronicle)
        async let blows: Void = withThrowingTaskGroup { group in
            for blow in cycle.blows {
                group.addTask {
                    try await killer.strike(blow) { volume in
                        Self.isOwn(volume, service, others: services)
                    }
                }
            }
            try await group.waitForAll()
        }
        let made = try await carryOut(cycle.verb, on: service, as: "cycle-\(cycle.number)")
        try await blows
        if let made { known.withLock { $0.append(made) } }
        return made
    }

    /// Whether a volume is the service's; of one that is just being made, whether it is nobody
    /// else's.
    private static func isOwn(_ volume: String, _ service: Service?, others: [Service]) -> Bool {
        guard let service else { return !others.contains { volume.contains("-\($0.name)-") } }
        return volume.contains("-\(service.name)-")
    }

    /// Sends an order, under a key that makes it one order however often it must be sent.
    @discardableResult
    func carryOut(_ verb: Verb, on service: Service?, as name: String) async throws -> Service? {
        let sent = chronicle.moment()
        let key = ["Idempotency-Key": name]
        let reply = try await house.ask("\(verb)") { visitor in
            guard let service else {
                return try await visitor.send(.POST, "subscriptions", json: Visitor.isso, key)
            }
            let body = ConfirmBody(confirm: verb == .reset ? service.name : nil)
            return try await visitor.send(
                .POST, "subscriptions/\(service.subscription)/\(verb.rawValue)", json: body, key)
        }
        // What a short window has let go cannot be taken back.
        if let service, verb == .undo, reply.status == 409 {
            chronicle.note("undo of \(service.name) refused: \(reply.text)")
            return nil
        }
        try #require(reply.status == 202, "\(verb): \(reply.text)")
        let begun: OperationReply = try reply.read()
        try await wait(for: begun)
        let seen = try await house.ask("what became of \(verb)") { visitor in
            try await visitor.subscription(begun.subscriptionId)
        }
        let claim = try #require(seen.instance.volumeClaimName)
        chronicle.attach(claim, to: seen.instance.name, sent: sent)
        guard service == nil else { return nil }
        let url = try #require(seen.instance.url)
        return Service(subscription: seen.id, name: seen.instance.name, url: url)
    }

    /// Follows advice, if there is any: some troubles of the engine only its keeper can end.
    private func wait(for begun: OperationReply) async throws {
        chronicle.keep(.init(begun))
        let advisee = Advisee(
            daemon: daemon, docker: house.install.docker, chronicle: chronicle)
        let ended = try await eventually(
            "\(begun.kind) \(begun.id) does not end.\n\(account)", within: .seconds(180)
        ) {
            let reply = try await house.ask("how far is \(begun.kind)") {
                try await $0.operation(begun.id)
            }
            if reply.endedAt == nil { try await advisee.follow(reply.message) }
            return reply.endedAt == nil ? nil : reply
        }
        chronicle.keep(.init(ended))
    }
}

extension History.Order {
    init(_ reply: OperationReply) {
        self.init(
            id: reply.id, kind: reply.kind, subscription: reply.subscriptionId,
            state: reply.state, message: reply.message)
    }
}
