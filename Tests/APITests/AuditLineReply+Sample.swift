import Domain
import FoundationEssentials
import StoreSQL
import Wire

@testable import API

extension AuditLineReply {
    /// A first row as an export has it.
    static func sample(_ record: AuditRecord) -> String {
        let before = AuditHead.beginning.hash
        let line = AuditLineReply(
            record, after: before, hash: AuditDigest.digest(record.text(after: before)))
        let data = (try? JSONReply<Never>.encode(line)) ?? Data()
        return String(decoding: data, as: UTF8.self) + "\n"
    }
}
