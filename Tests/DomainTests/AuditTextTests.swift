import Domain
import Testing

/// What the hashes of the audit are made of.
@Suite struct AuditTextTests {
    private let record = AuditRecord(
        sequence: 7, at: 1_767_225_600_000, actor: "user-1", role: "admin", address: nil,
        requestID: "r", action: "user.create", subject: "user", subjectID: "ü",
        details: #"{"a":"b"}"#)

    /// This form never changes: hashes that were noted down are made of it.
    @Test func itsFormStays() {
        #expect(
            record.text(after: "00ff") == """
                holdfast audit 1
                4:00ff
                1:7
                13:1767225600000
                6:user-1
                5:admin
                -
                1:r
                11:user.create
                4:user
                2:ü
                9:{"a":"b"}

                """)
    }

    @Test func noTextPassesForAnotherField() {
        var other = record
        other.actor = "user-1\n5:admin"
        other.role = ""
        #expect(other.text(after: "") != record.text(after: ""))
        var (absent, empty, dash) = (record, record, record)
        absent.requestID = nil
        empty.requestID = ""
        dash.requestID = "-"
        let texts = [absent, empty, dash].map { $0.text(after: "") }
        #expect(Set(texts).count == 3)
    }

    /// Swift takes both for the same text; they are not the same bytes.
    @Test func lettersOfTwoPartsAreNotThoseOfOne() {
        var (one, two) = (record, record)
        (one.subjectID, two.subjectID) = ("\u{E9}", "e\u{301}")
        #expect(Array(one.text(after: "").utf8) != Array(two.text(after: "").utf8))
    }

    @Test func detailsAreAlwaysTheSameText() {
        let details = ["b": "1/2", "a": "“é”\n\"\\\u{1}\u{0}", "B": "", "ä": "→"]
        #expect(
            AuditEvent.text(of: details)
                == #"{"B":"","a":"“é”\u000a\"\\\u0001\u0000","b":"1/2","ä":"→"}"#)
        #expect(AuditEvent.text(of: [:]) == "{}")
    }

    @Test func aHeadIsReadAsItIsWritten() {
        let head = AuditHead(sequence: 42, hash: String(repeating: "0a", count: 32))
        #expect(AuditHead(parsing: head.description) == head)
        #expect(AuditHead(parsing: AuditHead.beginning.description) == .beginning)
        for text in ["", "42", "42:", "42:0A", "-1:\(head.hash)", "x:\(head.hash)", "1:2:3"] {
            #expect(AuditHead(parsing: text) == nil, "\(text)")
        }
    }
}
