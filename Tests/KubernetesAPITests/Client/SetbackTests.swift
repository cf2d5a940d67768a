import Testing

@testable import KubernetesAPI

struct SetbackTests {
    private func setback(_ code: Int, after seconds: Int? = nil) -> Setback {
        Setback(
            error: .refused(StatusAnswer(code: code)),
            retryAfter: seconds.map { .seconds($0) })
    }

    private func isTriedAgain(_ setback: Setback, isRepeatable: Bool = true) -> Bool {
        setback.pause(attempt: 1, isRepeatable: isRepeatable, chance: 0) != nil
    }

    @Test(arguments: [400, 401, 403, 404, 409, 410, 422, 500, 504])
    func mostRefusalsStand(_ code: Int) { #expect(!isTriedAgain(setback(code))) }

    @Test(arguments: [429, 503]) func overloadIsWaitedFor(_ code: Int) {
        #expect(isTriedAgain(setback(code)))
    }

    /// What was refused with 429 was not done; of all else nobody knows.
    @Test func whatCannotBeRepeatedIsOnlyAfter429() {
        #expect(isTriedAgain(setback(429), isRepeatable: false))
        #expect(!isTriedAgain(setback(503, after: 1), isRepeatable: false))
        #expect(!isTriedAgain(setback(500, after: 1), isRepeatable: false))
        let dropped = Setback(error: .unreachable("gone"), isDropped: true)
        #expect(!isTriedAgain(dropped, isRepeatable: false))
        #expect(isTriedAgain(dropped))
    }

    @Test func aServerThatWantsItIsAskedAgain() {
        #expect(isTriedAgain(setback(500, after: 1)))
        #expect(isTriedAgain(setback(504, after: 1)))
        #expect(!isTriedAgain(setback(404, after: 1)))
    }

    @Test func nobodyIsAskedForEver() {
        #expect(setback(429).pause(attempt: 4, isRepeatable: true, chance: 0) != nil)
        #expect(setback(429).pause(attempt: 5, isRepeatable: true, chance: 0) == nil)
    }

    @Test func whatDidNotReachTheServerStands() {
        #expect(!isTriedAgain(Setback(error: .unreachable("nobody listens"))))
        #expect(!isTriedAgain(Setback(error: .cancelled)))
        #expect(!isTriedAgain(Setback(error: .broken("?"))))
    }

    @Test func theServersPauseIsObeyedIfItIsTheLonger() {
        func pause(_ seconds: Int) -> Duration? {
            setback(429, after: seconds).pause(attempt: 1, isRepeatable: true, chance: 1)
        }
        #expect(pause(0) == .milliseconds(500))
        #expect(pause(7) == .seconds(7))
        #expect(pause(1_000_000) == .seconds(60))
    }

    @Test func aDisruptionBudgetIsNoOverload() {
        let details = StatusAnswer.Details(causes: [.init(reason: "DisruptionBudget")])
        let budget = Setback(error: .refused(StatusAnswer(code: 429, details: details)))
        #expect(budget.outcome == .done)
        #expect(!isTriedAgain(budget))
    }

    @Test func outcomesTellOfTheServersStrength() {
        #expect(setback(429, after: 3).outcome == .overloaded(.seconds(3)))
        #expect(setback(503).outcome == .overloaded(nil))
        #expect(setback(409).outcome == .done)
        #expect(setback(500).outcome == .failed)
        #expect(Setback(error: .unreachable("")).outcome == .failed)
    }

    @Test(arguments: [(0, 500), (1, 500), (2, 1000), (3, 2000), (7, 30_000), (99, 30_000)])
    func pausesGrowUpToHalfAMinute(_ failures: Int, _ whole: Int) {
        #expect(Backoff.pause(after: failures, chance: 1) == .milliseconds(whole))
        #expect(Backoff.pause(after: failures, chance: 0) == .milliseconds(whole / 2))
    }
}
