import Domain
import Testing

@Suite struct PortTests {
    @Test func theFirstFreePortIsGiven() {
        #expect((1...3).freePort(besides: []) == 1)
        #expect((1...3).freePort(besides: [1, 3]) == 2)
        #expect((1...3).freePort(besides: [1, 2, 3]) == nil)
    }

    @Test func aPortThatWasInVainIsLeftBehind() {
        #expect((1...4).freePort(besides: [2], after: 1) == 3)
        #expect((1...4).freePort(besides: [], after: 4) == nil)
        #expect((5...6).freePort(besides: [], after: 1) == 5)
    }
}
