import Foundation
import RealWorld
import TestSupport
import Testing

/// A service's whole life in a cluster, while requests are lost, late, doubled, cut and refused.
///
/// `HOLDFAST_FAULT_SEED` and `HOLDFAST_FAULT_LIVES` make it another one, or more of them, and
/// `HOLDFAST_FAULT_SHARE` has faults meet one of so many requests.
@Suite(.needsControllers, .inInstall(within: .seconds(600)))
struct ClusterLifeTests {
    @Test(arguments: 0..<FaultSettings.lives)
    func faultsChangeNothingInTheEnd(_ number: Int) async throws {
        let mischief = Mischief(seed: FaultSettings.seed + UInt64(number))
        FaultSettings.tell("seed \(mischief.seed)")
        try await Stage.with([], { mischief.fault(for: $0) }) { stage in
            try await stage.live(seed: mischief.seed)
            stage.proxy.follow(nil)
            try await stage.expectNothingLeft("seed \(mischief.seed)")
        }
        FaultSettings.tell("seed \(mischief.seed): \(mischief.story)")
    }
}

extension Stage {
    private static let life: [Deed] = [
        .restart, .stop, .start, .change, .reset, .undo, .cancel, .resubscribe, .delete,
    ]

    /// From the subscription to the end of all windows.
    fileprivate mutating func live(seed: UInt64) async throws {
        let first = try #require(subject.instance.volumeClaimName)
        for deed in Self.life {
            try await self.do(deed)
            try await expectAccounted("seed \(seed), after \(deed)")
            let isOther = deed == .reset
            if deed != .delete {
                #expect((subject.instance.volumeClaimName != first) == isOther, "seed \(seed)")
            }
        }
        #expect(node.destroyed == [], "seed \(seed)")
        try letWindowsEnd()
        isHasty = true
        try await expectAccounted("seed \(seed), in the end")
    }

    fileprivate func expectNothingLeft(_ what: Comment) async throws {
        try await expectAccounted(what)
        #expect(node.handles == [], what)
        #expect(node.destroyed.count == 2, what)
        let seen = try await customer.subscription(subject.id)
        #expect(seen.instance.volumes.map(\.state) == ["destroyed", "destroyed"], what)
    }
}
