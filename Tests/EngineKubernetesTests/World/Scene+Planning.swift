import Conformance
import Domain
import RealWorld

extension Scene {
    /// What is to be done first by what is there now.
    func step() async throws -> Step? {
        plan(desired: desired, observed: try await observe(), now: RealClock().now()).first
    }
}
