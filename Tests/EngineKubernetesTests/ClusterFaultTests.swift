import Conformance
import Domain
import Foundation
import KubernetesAPI
import RealWorld
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

    /// Through how many requests of a life faults are tried; it has some more.
    private static let tried = 150
    /// Each fault at other requests, so that together they meet most.
    private static let stride = 20

    @Test(arguments: Fault.allCases)
    func everythingComesTrueAllTheSame(_ fault: Fault) async throws {
        let place = try #require(Fault.allCases.firstIndex(of: fault))
        for number in Swift.stride(from: 3 * place, to: Self.tried, by: Self.stride) {
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
                #expect(count.withLock(\.self) > number, "the fault was never met")
            }
        }
    }
}
