package import Domain

/// A tar of one folder's entry, by which a volume's root gets its owner before the service
/// first starts.
///
/// Format: POSIX.1-2017, pax, "ustar Interchange Format". One header is 512 bytes.
package struct FolderTar: Equatable, Sendable {
    package var name: String
    package var owner: FileOwner
    package var mode: Int
    /// Seconds since 1970.
    package var modified: Int

    package static let blockSize = 512
    /// The header has seven octal digits for a user or a group.
    package static let largestOwner = 0o7777777

    package init(name: String, owner: FileOwner, mode: Int, modified: Int) {
        self.name = name
        self.owner = owner
        self.mode = mode
        self.modified = modified
    }

    /// Reads the header that a tar begins with; `nil` where that is none, or has an owner too
    /// large for it.
    package init?(_ block: [UInt8]) {
        guard block.count >= Self.blockSize,
            let mode = Self.octal(block[100..<108]), let user = Self.octal(block[108..<116]),
            let group = Self.octal(block[116..<124]), let modified = Self.octal(block[136..<148])
        else { return nil }
        name = String(decoding: block[0..<100].prefix { $0 != 0 }, as: UTF8.self)
        owner = FileOwner(user: user, group: group)
        self.mode = mode & 0o7777
        self.modified = modified
    }

    /// The whole archive: a header, and the two empty blocks that end it.
    package var bytes: [UInt8] {
        var block = [UInt8](repeating: 0, count: Self.blockSize)
        func put(_ text: String, at place: Int) {
            for (offset, byte) in text.utf8.enumerated() { block[place + offset] = byte }
        }
        put(name + "/", at: 0)
        put(Self.digits(mode, 7), at: 100)
        put(Self.digits(owner.user, 7), at: 108)
        put(Self.digits(owner.group, 7), at: 116)
        put(Self.digits(0, 11), at: 124)
        put(Self.digits(modified, 11), at: 136)
        put("        5", at: 148)
        put("ustar\u{0}00", at: 257)
        let sum = block.reduce(0) { $0 + Int($1) }
        put(Self.digits(sum, 6) + "\u{0}", at: 148)
        return block + [UInt8](repeating: 0, count: 2 * Self.blockSize)
    }

    private static func digits(_ number: Int, _ count: Int) -> String {
        let digits = String(max(0, number), radix: 8)
        return String(repeating: "0", count: max(0, count - digits.count)) + digits
    }

    private static func octal(_ field: ArraySlice<UInt8>) -> Int? {
        let digits = field.filter { (0x30...0x37).contains($0) }
        guard field.first.map({ $0 < 0x80 }) ?? false else { return nil }
        return Int(String(decoding: digits, as: UTF8.self), radix: 8)
    }
}
