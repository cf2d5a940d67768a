import FoundationEssentials

extension Workload {
    /// Changes whenever a running workload would have to be made anew to match. Secrets are
    /// stood for by their generation, so that nothing about them can be read from it.
    ///
    /// It is a label of every container, so what it is made of may never change: the sorted JSON
    /// of generation, port, mounts and spec.
    package var revision: String {
        let what = Self.specs.value(for: spec) { Self.json(spec) }
        let start = #"{"generation":\#(generation),"hostPort":\#(hostPort),"mounts":"#
        var fingerprint = Self.seed
        for piece in [
            Array(start.utf8), Self.json(mounts), Array(#","spec":"#.utf8), what,
            [UInt8(ascii: "}")],
        ] {
            fingerprint = Self.fingerprint(piece, after: fingerprint)
        }
        return String(fingerprint, radix: 16)
    }

    /// Each look at a service asks for its revision, and many have the same spec.
    private static let specs = Memo<WorkloadSpec, [UInt8]>(capacity: 256)

    private static func json(_ content: some Encodable) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        // Plain values in plain structs always encode.
        return Array((try? encoder.encode(content)) ?? Data())
    }

    /// FNV-1a, 64 bits (https://www.rfc-editor.org/rfc/rfc9923).
    private static let seed: UInt64 = 0xcbf2_9ce4_8422_2325

    private static func fingerprint(_ bytes: [UInt8], after before: UInt64) -> UInt64 {
        bytes.reduce(before) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }
}
