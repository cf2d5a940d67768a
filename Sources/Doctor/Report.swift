import FoundationEssentials

/// All findings, and how the command ends.
package struct Report: Sendable, Encodable {
    package var findings: [Diagnosis]
    /// 0 when there is no problem, else the first one's of sysexits.h.
    package var status: Int32

    package init(_ findings: [Diagnosis]) {
        self.findings = findings
        status = findings.lazy.compactMap(\.ailment).first?.rawValue ?? 0
    }

    package var json: String {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            return String(decoding: try encoder.encode(self), as: UTF8.self)
        }
    }
}
