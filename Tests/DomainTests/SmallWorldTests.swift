import Domain
import TestSupport
import Testing

/// Every state of a small world, and every path from it by first steps.
@Suite struct SmallWorldTests {
    @Test func everyPathRestsAndNoneLosesData() {
        var visited = 0
        for state in SmallWorld.all {
            visited += 1
            var world = state
            world.walk()
            #expect(world.isAtRest, "never rests: \(state)")
            #expect(world.engine.doubleWriters.isEmpty, "two writers: \(state)")
            let risked = world.engine.riskedClaims.filter { !world.givenUp.contains($0) }
            #expect(risked.isEmpty, "ended beside an unguarded volume: \(state)")
            #expect(world.madeAnew.isEmpty, "an empty volume in place of a lost one: \(state)")
            #expect(world.destroyedUnasked.isEmpty, "destroyed without a ticket: \(state)")
        }
        #expect(visited == 3 * 6 * 4 * 2 * 2 * 2 * 2 * 2 * 3 * 4)
    }

    @Test func aPlannerThatSkipsLookingIsCaught() {
        // The walk itself must be able to fail: a start beside a running writer shows.
        var world = SmallWorld(
            wish: .running, container: .running, claim: .known, isForeignHeld: true, hasImage: true,
            restart: .none, retired: .none)
        let ids = world.engine.containers.values.map(\.id)
        for id in ids { world.engine.run(id) }
        #expect(!world.engine.doubleWriters.isEmpty)
    }
}
