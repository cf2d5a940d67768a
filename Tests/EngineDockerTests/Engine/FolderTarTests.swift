import Domain
import EngineDocker
import Testing

@Suite struct FolderTarTests {
    static let tar = FolderTar(
        name: "data", owner: FileOwner(user: 1000, group: 33), mode: 0o700, modified: 1_700_000_000)

    @Test func isReadBack() {
        #expect(Self.tar.bytes.count == 1536)
        #expect(
            FolderTar(Self.tar.bytes)
                == FolderTar(
                    name: "data/", owner: Self.tar.owner, mode: 0o700, modified: 1_700_000_000))
    }

    /// Each field where POSIX has it, as `tar --format=ustar` writes it.
    @Test func hasItsFieldsInPlace() {
        let text = String(decoding: Self.tar.bytes.prefix(512), as: UTF8.self)
        func field(_ place: Int, _ count: Int) -> Substring { text.dropFirst(place).prefix(count) }
        #expect(field(0, 6) == "data/\0")
        #expect(field(100, 8) == "0000700\0")
        #expect(field(108, 8) == "0001750\0")
        #expect(field(116, 8) == "0000041\0")
        #expect(field(124, 12) == "00000000000\0")
        #expect(field(136, 12) == "14524770400\0")
        #expect(field(156, 1) == "5")
        #expect(field(257, 8) == "ustar\u{0}00")
        let sum = Self.tar.bytes.prefix(512).enumerated().reduce(0) { sum, byte in
            sum + ((148..<156).contains(byte.offset) ? 32 : Int(byte.element))
        }
        #expect(Int(field(148, 6), radix: 8) == sum)
    }

    @Test func refusesWhatIsNoHeader() {
        #expect(FolderTar([]) == nil)
        #expect(FolderTar([UInt8](repeating: 0, count: 512)) == nil)
        var large = Self.tar.bytes
        large[108] = 0x80
        #expect(FolderTar(large) == nil)
    }
}
