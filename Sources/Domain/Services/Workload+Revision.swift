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
            Array(start.utf8), Self.json(of: mounts), Array(#","spec":"#.utf8), what,
            [UInt8(ascii: "}")],
        ] {
            fingerprint = Self.fingerprint(piece, after: fingerprint)
        }
        return String(fingerprint, radix: 16)
    }

    /// Each look at a service asks for its revision, and many have the same spec.
    private static let specs = Memo<WorkloadSpec, [UInt8]>(capacity: 256)

    /// Each service has mounts of its own, so nothing is gained by remembering them: plain ones are
    /// written down here, as the encoder would.
    private static func json(of mounts: [Mount]) -> [UInt8] {
        let plain = mounts.compactMap(\.plainJSON)
        guard plain.count == mounts.count else { return json(mounts) }
        return Array("[\(plain.joined(separator: ","))]".utf8)
    }

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

extension Workload.Mount {
    /// `nil` where something in it is written otherwise in JSON.
    fileprivate var plainJSON: String? {
        guard claim.rawValue.utf8.allSatisfy(\.isPlain), path.utf8.allSatisfy(\.isPlain) else {
            return nil
        }
        let owner = owner.map { #","owner":{"group":\#($0.group),"user":\#($0.user)}"# } ?? ""
        let path = path.replacing("/", with: #"\/"#)
        return #"{"claim":"\#(claim)"\#(owner),"path":"\#(path)"}"#
    }
}

extension UInt8 {
    fileprivate var isPlain: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "-")...UInt8(ascii: "9"), UInt8(ascii: "_"):
            true
        default: false
        }
    }
}
