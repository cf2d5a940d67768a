/// A tar of folders and files, as an image is made of.
struct Tar {
    private(set) var bytes: [UInt8] = []

    mutating func addFolder(_ name: String, mode: Int = 0o755) {
        addHeader(name + "/", size: 0, mode: mode, type: "5")
    }

    mutating func addFile(_ name: String, _ content: [UInt8], mode: Int = 0o644) {
        addHeader(name, size: content.count, mode: mode, type: "0")
        bytes += content
        bytes += [UInt8](repeating: 0, count: (512 - content.count % 512) % 512)
    }

    /// The archive with the two empty blocks that end it.
    var finished: [UInt8] { bytes + [UInt8](repeating: 0, count: 1024) }

    private mutating func addHeader(_ name: String, size: Int, mode: Int, type: String) {
        var block = [UInt8](repeating: 0, count: 512)
        func put(_ text: String, at place: Int) {
            for (offset, byte) in text.utf8.enumerated() { block[place + offset] = byte }
        }
        put(name, at: 0)
        put(octal(mode, 7), at: 100)
        put(octal(0, 7), at: 108)
        put(octal(0, 7), at: 116)
        put(octal(size, 11), at: 124)
        put(octal(0, 11), at: 136)
        put("        " + type, at: 148)
        put("ustar\u{0}00", at: 257)
        put(octal(block.reduce(0) { $0 + Int($1) }, 6) + "\u{0}", at: 148)
        bytes += block
    }

    private func octal(_ number: Int, _ count: Int) -> String {
        let digits = String(number, radix: 8)
        return String(repeating: "0", count: count - digits.count) + digits
    }
}
