import Domain
import Reconciler
import Testing

@Suite struct WakeQueueTests {
    private let start = Instant(milliseconds: 0)
    private let a = InstanceID("a")
    private let b = InstanceID("b")

    @Test func handsOutWhoHasWaitedLongest() {
        var queue = WakeQueue()
        queue.wake(b, at: start + .seconds(1))
        queue.wake(a, at: start + .seconds(2))
        #expect(queue.take(now: start) == nil)
        #expect(queue.nextDue == start + .seconds(1))
        #expect(queue.take(now: start + .seconds(3)) == b)
        #expect(queue.take(now: start + .seconds(3)) == a)
        #expect(queue.take(now: start + .seconds(3)) == nil)
    }

    @Test func neverHandsOutOneTwice() {
        var queue = WakeQueue()
        queue.wake(a, at: start)
        #expect(queue.take(now: start) == a)
        queue.wake(a, at: start)
        #expect(queue.take(now: start) == nil)
        #expect(queue.nextDue == nil)
        queue.finish(a)
        #expect(queue.take(now: start) == a)
    }

    @Test func theEarlierWakeCounts() {
        var queue = WakeQueue()
        queue.wake(a, at: start + .seconds(9))
        queue.wake(a, at: start)
        queue.wake(a, at: start + .seconds(9))
        #expect(queue.take(now: start) == a)
        queue.finish(a)
        #expect(queue.take(now: start + .seconds(99)) == nil)
    }
}
