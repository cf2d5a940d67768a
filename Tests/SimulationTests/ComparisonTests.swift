import Testing

@testable import Simulation

/// What an episode comes to can be compared only where chance alone decides nothing.
@SimulationQueue @Suite struct ComparisonTests {
    private func isUncertain(_ scenes: [Simulation.Scene]) throws -> Bool {
        let script = Script(seed: 1, scenes: OracleTests.subscribed + scenes)
        let outcome = try Laboratory().play(script, isLong: true)
        #expect(outcome.violations == [])
        return outcome.isUncertain
    }

    private func ask(_ verb: Deed.Verb) -> Simulation.Scene {
        Scene(.ask(verb, slot: 0, asAdmin: false, isConfirmed: true), pause: 30)
    }

    @Test func whatWasPaidForRunsOut() throws {
        let paid = Scene(.pay(isRenewal: true, slot: 0, isRepeated: false), pause: 30)
        let days = (0..<13).map { _ in Scene(.pass(hours: 42), pause: 30) }
        #expect(try !isUncertain([paid]))
        #expect(try !isUncertain(days))
        #expect(try isUncertain([paid] + days))
    }

    /// Perhaps it was there for a moment, and perhaps not.
    @Test func aGenerationIsGivenUpBeforeItIsMade() throws {
        let wishes = [ask(.reset), ask(.cancel), ask(.delete)]
        #expect(try !isUncertain(wishes))
        #expect(try isUncertain([Scene(.engine(isDown: true))] + wishes))
    }
}
