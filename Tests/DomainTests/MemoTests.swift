import Domain
import Testing

@Suite struct MemoTests {
    private struct Slip: Error {}

    @Test func asksOncePerArgument() throws {
        let memo = Memo<Int, String>(capacity: 2)
        var asked: [Int] = []
        for number in [1, 2, 1, 2] {
            let found = memo.value(for: number) {
                asked.append(number)
                return "\(number)"
            }
            #expect(found == "\(number)")
        }
        #expect(asked == [1, 2])
    }

    @Test func staysWithinItsCapacity() {
        let memo = Memo<Int, Int>(capacity: 10)
        for number in 0..<1000 { _ = memo.value(for: number) { number } }
        #expect(memo.count <= 10)
    }

    @Test func remembersNoFailure() throws {
        let memo = Memo<Int, Int>(capacity: 10)
        #expect(throws: Slip.self) {
            try memo.value(for: 1) { () throws(Slip) in throw Slip() }
        }
        #expect(memo.value(for: 1) { 7 } == 7)
    }
}
