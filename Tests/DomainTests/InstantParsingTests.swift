import Domain
import Testing

/// Times as clients write them.
struct InstantParsingTests {
    @Test(arguments: [
        ("2026-01-31T09:30:00Z", "2026-01-31T09:30:00.000Z"),
        ("2026-11-23T15:14:39.073458629Z", "2026-11-23T15:14:39.073Z"),
        ("2026-01-31T09:30:00.25Z", "2026-01-31T09:30:00.250Z"),
        ("2026-01-31T09:30:00+02:00", "2026-01-31T07:30:00.000Z"),
        ("2026-01-31T09:30:00.5-01:30", "2026-01-31T11:00:00.500Z"),
        ("2026-01-31t09:30:00z", "2026-01-31T09:30:00.000Z"),
        ("2026-01-31T09:30:00+23:59", "2026-01-30T09:31:00.000Z"),
    ])
    func isRead(text: String, meaning: String) {
        #expect(Instant(rfc3339: text)?.description == meaning)
    }

    @Test(arguments: [
        "", "soon", "2026-01-31", "2026-13-31T09:30:00Z", "2026-01-31T09:30:00+24:00",
        "2026-01-31T09:30:00Z+01:00", "2026-01-31T09:30:00+01:00+01:00",
    ])
    func isRefused(text: String) {
        #expect(Instant(rfc3339: text) == nil)
    }
}
