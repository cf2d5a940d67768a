import Domain
import Testing

@testable import StoreSQL

@Suite struct ChangeBroadcastTests {
    private let change = StoreChange.instance(InstanceID("instance-1"))

    @Test func aListenerThatEndsIsForgotten() async {
        let broadcast = ChangeBroadcast()
        let kept = broadcast.listen()
        await withTaskGroup(of: Void.self) { group in
            group.addTask { for await _ in broadcast.listen() {} }
            group.cancelAll()
        }
        #expect(broadcast.listenerCount == 1)
        broadcast.send([change])
        #expect(await kept.first { _ in true } == change)
        #expect(broadcast.listenerCount == 1)
    }

    @Test func aStreamThatNobodyHoldsIsForgotten() {
        let broadcast = ChangeBroadcast()
        _ = broadcast.listen()
        #expect(broadcast.listenerCount == 0)
    }

    @Test func aSlowListenerLosesTheOldestNews() async {
        let broadcast = ChangeBroadcast(patience: 2)
        let stream = broadcast.listen()
        let changes = (1...5).map { StoreChange.instance(InstanceID("instance-\($0)")) }
        broadcast.send(changes)
        var heard: [StoreChange] = []
        for await change in stream {
            heard.append(change)
            if heard.count == 2 { break }
        }
        #expect(heard == Array(changes.suffix(2)))
    }
}
