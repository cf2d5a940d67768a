/// What is mounted where, as this process sees it.
///
/// Format: proc_pid_mountinfo(5).
package struct MountTable: Equatable, Sendable {
    /// The device of what is mounted last at each path.
    private var devices: [String: String] = [:]

    package init(_ text: String) {
        for line in text.split(separator: "\n") {
            let halves = line.split(separator: " - ", maxSplits: 1)
            let fields = halves.first?.split(separator: " ") ?? []
            let kind = halves.last?.split(separator: " ") ?? []
            guard halves.count == 2, fields.count > 4, kind.count > 1 else { continue }
            devices[Self.plain(fields[4])] = Self.plain(kind[1])
        }
    }

    package func device(at path: String) -> String? { devices[path] }

    /// Spaces and their like are written as `\040`.
    private static func plain(_ field: Substring) -> String {
        var bytes: [UInt8] = []
        var rest = Array(field.utf8)[...]
        while let byte = rest.first {
            if byte == UInt8(ascii: "\\"), rest.count > 3,
                let code = UInt8(
                    String(decoding: rest.dropFirst().prefix(3), as: UTF8.self), radix: 8)
            {
                bytes.append(code)
                rest = rest.dropFirst(4)
            } else {
                bytes.append(byte)
                rest = rest.dropFirst()
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
