import Domain
import Reconciler
import TestSupport
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
        #expect(queue.nextDue() == start + .seconds(1))
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
        #expect(queue.nextDue() == nil)
        queue.finish(a)
        #expect(queue.take(now: start) == a)
    }

    @Test func agreesWithAPlainListWhateverHappens() {
        let randomness = SeededRandomness(seed: 7)
        var queue = WakeQueue()
        var due: [InstanceID: Instant] = [:]
        var busy: Set<InstanceID> = []
        for turn in 0..<2000 {
            let bytes = randomness.bytes(3)
            let id = InstanceID("\(bytes[0] % 8)")
            let now = start + .seconds(turn)
            switch bytes[1] % 3 {
            case 0:
                let moment = now + .seconds(Int(bytes[2]) - 100)
                queue.wake(id, at: moment)
                due[id] = min(moment, due[id] ?? moment)
            case 1:
                queue.finish(id)
                busy.remove(id)
            default:
                let next = due.filter { !busy.contains($0.key) && $0.value <= now }
                    .min { ($0.value, $0.key) < ($1.value, $1.key) }?.key
                #expect(queue.take(now: now) == next)
                if let next {
                    due[next] = nil
                    busy.insert(next)
                }
            }
            #expect(queue.nextDue() == due.filter { !busy.contains($0.key) }.values.min())
        }
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
