import Domain
import Foundation
import KubernetesAPI
import Synchronization
import TestSupport
import Testing

/// A whole life of a service, with something wrong at one of its requests.
struct ClusterFaultTests {
    /// Hardly any time passes where somebody waits.
    private struct Hurry: WallClock {
        func now() -> Instant { Instant(Date()) }
        func sleep(for duration: Duration) async throws {
            try await Task.sleep(for: min(duration, .milliseconds(1)))
        }
    }

    enum Fault: String, CaseIterable, Sendable {
        case neverCame, answerLost, conflict, tooMany, error, gone

        var act: ModelFault.Act {
            switch self {
            case .neverCame: .dropBefore
            case .answerLost: .dropAfter
            case .conflict: .refuse(409)
            case .tooMany: .refuse(429, retryAfter: 1)
            case .error: .refuse(500)
            case .gone: .refuse(410)
            }
        }
    }

    /// How many requests a life takes without faults.
    private static let longest = 200

    /// - Parameters:
    ///   - fault: What goes wrong…
    ///   - offset: …at which requests, each in a life of its own.
    @Test(arguments: Fault.allCases, [0, 5, 10, 15])
    func everythingComesTrueAllTheSame(fault: Fault, offset: Int) async throws {
        for number in stride(from: offset, to: Self.longest, by: 20) {
            try await ClusterWorld.model(clock: Hurry()) { world, ground in
                let count = Mutex(0)
                ground.server.inject(
                    ModelFault(fault.act) { _ in
                        count.withLock { count in
                            count += 1
                            return count > number
                        }
                    })
                var life = ServiceLife(scene: try await Scene(in: world), ground: ground)
                try await life.live("\(fault.rawValue) at request \(number)")
            }
        }
    }

    @Test func aLifeIsAsLongAsItIsTakenToBe() async throws {
        try await ClusterWorld.model(clock: Hurry()) { world, ground in
            var life = ServiceLife(scene: try await Scene(in: world), ground: ground)
            try await life.live("without faults")
            #expect(ground.server.requests.count > Self.longest)
        }
    }
}
