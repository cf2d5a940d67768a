import Domain
import Testing

/// How often something may fail.
@Suite struct AttemptBookTests {
    private static let limit = AttemptLimit(10, in: .seconds(300))
    private let start = Instant(milliseconds: 1_767_225_600_000)

    private func spent(_ count: Int = 10, capacity: Int = 100) -> AttemptBook<String> {
        var book = AttemptBook<String>(Self.limit, capacity: capacity)
        for _ in 0..<count { book.take("a", at: start) }
        return book
    }

    @Test func soManyMayFailAtOnce() {
        #expect(spent(9).wait(for: "a", at: start) == .zero)
        #expect(spent(10).wait(for: "a", at: start) == .seconds(30))
        #expect(spent(10).wait(for: "b", at: start) == .zero)
    }

    @Test func andOneMoreAsTimePasses() {
        var book = spent()
        #expect(book.wait(for: "a", at: start + .seconds(29)) == .seconds(1))
        let later = start + .seconds(30)
        #expect(book.wait(for: "a", at: later) == .zero)
        book.take("a", at: later)
        #expect(book.wait(for: "a", at: later) == .seconds(30))
        let end = later + .seconds(300)
        for _ in 0..<9 { book.take("a", at: end) }
        #expect(book.wait(for: "a", at: end) == .zero)
    }

    @Test func whatWasNoFailureDoesNotCount() {
        var book = spent()
        book.giveBack("a", at: start)
        #expect(book.wait(for: "a", at: start) == .zero)
        for _ in 0..<20 { book.giveBack("a", at: start) }
        #expect(book.count == 0)
        for _ in 0..<10 { book.take("a", at: start) }
        #expect(book.wait(for: "a", at: start) == .seconds(30))
    }

    /// A clock that was a year ahead shuts nobody out for a year.
    @Test func aClockThatIsSetBackCostsNoMoreThanTheSpan() {
        var book = AttemptBook<String>(Self.limit, capacity: 100)
        let ahead = start + .seconds(365 * 86400)
        for _ in 0..<10 { book.take("a", at: ahead) }
        #expect(book.wait(for: "a", at: start) == .seconds(30))
    }

    @Test func ofManyTheEmptiestAreRemembered() {
        var book = spent(10, capacity: 4)
        for name in ["b", "c", "d", "e", "f", "g"] { book.take(name, at: start) }
        #expect(book.count <= 4)
        #expect(book.wait(for: "a", at: start) == .seconds(30))
    }

    @Test func theFullAreForgottenFirst() {
        var book = AttemptBook<String>(Self.limit, capacity: 3)
        for name in ["a", "b", "c"] { book.take(name, at: start) }
        book.take("d", at: start + .seconds(30))
        #expect(book.count == 1)
    }

    @Test func itIsNewsOnce() {
        var book = spent()
        let news = [book.isNews("a"), book.isNews("a")]
        #expect(news == [true, false])
        book.take("a", at: start + .seconds(30))
        let later = [book.isNews("a"), book.isNews("b")]
        #expect(later == [true, false])
    }
}
