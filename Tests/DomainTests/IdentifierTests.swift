import Domain
import TestSupport
import Testing

@Suite struct IdentifierTests {
    @Test func sortsByTimeOfMaking() {
        let randomness = SeededRandomness()
        let moments: [Int64] = [0, 1, 1_767_225_600_000, 1_767_225_600_001, 281_474_976_710_655]
        let ids = moments.map { UserID.make(at: Instant(milliseconds: $0), from: randomness) }
        #expect(ids == ids.sorted())
        #expect(Set(ids).count == ids.count)
        #expect(ids.allSatisfy { $0.rawValue.count == 26 })
    }

    @Test func isMadeOfTheSpecifiedLetters() {
        let id = UserID.make(at: Instant(milliseconds: 1_469_918_176_385), from: ZeroRandomness())
        // The time part of the specification's own example, in lower case.
        #expect(id.rawValue == "01aryz6s41" + String(repeating: "0", count: 16))
    }

    @Test func writesInstantsAsRFC3339() {
        let instant = Instant(milliseconds: 1_767_225_600_123)
        #expect(instant.description == "2026-01-01T00:00:00.123Z")
        #expect(instant + .seconds(60) - instant == .seconds(60))
    }

    @Test func fillsPlaceholders() {
        let text = "${url}/a?k=${secret.KEY}&x=${unknown}&${open"
        let filled = Placeholders.fill(text, with: ["url": "http://h", "secret.KEY": "${url}"])
        // A value is never read for placeholders again.
        #expect(filled == "http://h/a?k=${url}&x=${unknown}&${open")
        #expect(Placeholders.fill("${url}", with: ["url": "ü"]) == "ü")
        #expect(Placeholders.fill("$ $$ ${} $}", with: ["": "x"]) == "$ $$ x $}")
        #expect(Placeholders.fill("$${a}${a${a}é", with: ["a": "1"]) == "$1${a${a}é")
        #expect(Placeholders.names(in: text) == ["url", "secret.KEY", "unknown"])
    }
}

private struct ZeroRandomness: Randomness {
    func bytes(_ count: Int) -> [UInt8] { Array(repeating: 0, count: count) }
}
