import RealWorld
import TestSupport
import Testing

/// The whole program is killed at its requests to a real API server, and whatever was asked for
/// comes true.
///
/// `HOLDFAST_FAULT_ALL_KILLS=1` kills it at each request of each deed.
@Suite(.needsControllers, .inInstall(within: .seconds(FaultSettings.killsAtAll ? 5_400 : 300)))
struct ClusterKillTests {
    @Test(arguments: KillPlan.all)
    func whateverWasAskedForComesTrue(_ plan: KillPlan) async throws {
        try await Stage.with(["--look-interval", "2s"], isHasty: plan.isHasty) { stage in
            try await stage.expectAccounted("as it began")
            for side in Strike.Side.allCases {
                FaultSettings.tell(
                    "seed \(FaultSettings.seed), \(try await stage.kill(plan, side))")
            }
        }
    }
}

extension Stage {
    /// More requests than any deed takes.
    private static let most = 1_000

    /// What is kept is looked at, too: with more and more of it, there would be no last request.
    private mutating func clear() async throws {
        guard !isHasty else { return }
        try letWindowsEnd()
        isHasty = true
        try await expectAccounted("after the windows")
        isHasty = false
    }

    /// Kills the server at one request after the other, until no deed has so many; or only at
    /// those that the plan names.
    ///
    /// - Returns: How often it was, in the course of what.
    fileprivate mutating func kill(_ plan: KillPlan, _ side: Strike.Side) async throws -> String {
        var kills: [Deed: Int] = [:]
        let numbers = plan.numbers(side)
        for number in numbers ?? Array(1...Self.most) {
            var hasFallen = false
            for deed in plan.deeds where try await interrupt(deed, at: number, side) {
                kills[deed, default: 0] += 1
                hasFallen = true
            }
            if !hasFallen { break }
            try await clear()
            #expect(number < Self.most, "there is no end to it")
        }
        let told = plan.deeds.map { deed in
            "\(deed.rawValue) \(kills[deed, default: 0]) times"
        }
        let whole = numbers == nil ? ", at each request that there is" : ""
        return "\(plan.testDescription): killed in the course of "
            + "\(told.joined(separator: ", ")), each time at another request, \(side.rawValue)"
            + whole
    }
}
