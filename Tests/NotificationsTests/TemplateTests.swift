import Domain
import Foundation
import Testing

@testable import Notifications

/// The texts that are shipped, and those that are refused.
@Suite struct TemplateTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "templates")
        .path()
    private static let good = "Subject: {{service}}\n\nHello {{name}}.\n"
    private static let goodAlert = "Subject: {{what}}\n\n{{why}}\n"

    private static func notice(
        _ kind: Notice.Kind, _ values: [String: String]? = nil
    ) -> Notice {
        let all = Dictionary(
            uniqueKeysWithValues: kind.values.map { ($0.rawValue, "<\($0.rawValue) & co>") })
        let now = Instant(milliseconds: 1_769_851_800_000)
        return Notice(
            id: NoticeID("n"), kind: kind, channel: .mail, recipient: "ann@example.org",
            values: values ?? all, dueAt: now, createdAt: now)
    }

    /// All texts are good but this one.
    private func errors(_ text: String, kind: Notice.Kind = .purgeIn7Days) -> [String] {
        do throws(TemplateErrors) {
            _ = try TemplateLoader.read { name in
                if name == "\(kind.rawValue).mustache" { return .success(text) }
                return .success(name == "alert.mustache" ? Self.goodAlert : Self.good)
            }
            return []
        } catch { return error.errors.map(\.description) }
    }

    @Test(arguments: Notice.Kind.allCases)
    func everyKindIsShippedAndSaysAllThatMatters(_ kind: Notice.Kind) throws {
        let templates = try TemplateLoader.load(from: Self.folder)
        let (subject, text) = try templates.text(of: Self.notice(kind))
        #expect(!subject.contains("{{") && !text.contains("{{"))
        #expect(!subject.isEmpty && !subject.contains(where: \.isNewline))
        let needed: Set<Notice.Value> =
            switch kind {
            case .alert: [.what, .why]
            case .instanceReset: [.name, .service, .instance, .admin, .why, .undoUntil, .url]
            case .instanceDeleted: [.name, .service, .instance, .admin, .why, .undoUntil]
            case .subscriptionResumed: [.name, .service, .variant, .instance, .url]
            default: [.name, .service, .variant, .instance, .endedAt, .graceEndsAt]
            }
        for value in needed {
            #expect(text.contains("<\(value.rawValue) & co>"), "\(kind.rawValue): \(value)")
        }
        for line in text.split(whereSeparator: \.isNewline) where !line.contains("<") {
            #expect(line.count <= 72)
        }
    }

    @Test func nothingElseIsShipped() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder)
        #expect(Set(files) == Set(Notice.Kind.allCases.map { "\($0.rawValue).mustache" }))
    }

    @Test func aReasonThatNobodyGaveIsLeftOut() throws {
        let templates = try TemplateLoader.load(from: Self.folder)
        var notice = Self.notice(.instanceReset)
        notice.values["why"] = ""
        notice.values["undoUntil"] = "2026-02-03T09:30:00.000Z"
        let (subject, text) = try templates.text(of: notice)
        #expect(!text.contains("reason"))
        #expect(!text.contains("\n\n\n"))
        #expect(text.contains("    3 February 2026, 09:30 UTC\n"))
        #expect(subject.hasSuffix("its old data is kept until 3 February 2026, 09:30 UTC"))
    }

    @Test func aNoticeThatLacksAValueIsNotSent() throws {
        let templates = try TemplateLoader.load(from: Self.folder)
        var notice = Self.notice(.purgeIn7Days)
        notice.values["graceEndsAt"] = nil
        #expect(
            throws: DeliveryFailure.never(
                "It cannot be written: the notice has no value “graceEndsAt”.")
        ) { try templates.text(of: notice) }
    }

    @Test(arguments: [
        ("Hello\n\nText\n", "1: the first line must be the subject"),
        ("Subject:  \n\nText\n", "1: the first line must be the subject"),
        ("", "1: the first line"),
        ("Subject: a\nText\n", "2: the second line must be empty"), ("Subject: a", "2: the second"),
        ("Subject: a\n\n \n", "3: there is no text"),
        ("Subject: {{servce}}\n\nText\n", "1: nothing fills “servce”. A notice of this kind has:"),
        ("Subject: a\n\nText\n\n{{undoUntil}}\n", "5: nothing fills “undoUntil”"),
        ("Subject: a\n\n{{#admin}}x{{/admin}}\n", "3: nothing fills “admin”"),
        ("Subject: a\n\n\n{{{nme}}}\n", "4: nothing fills “nme”"),
        ("Subject: a\n\n\n{{&nme}}\n", "4: nothing fills “nme”"),
        ("Subject: a\n\nText\n{{#name}}\nx\n", "a section is not ended"),
        ("Subject: a\n\nText\n{{#name}}\nx{{/email}}\n", "5: this {{/name}} ends a section"),
        ("Subject: a\n\n{{/name}}\n", "3: this {{/name}} ends a section"),
        ("Subject: a\n\nText {{name\n", "3: a {{name}} is not ended"),
        ("Subject: a\n\n{{> other}}\n", "3: “>other” is no name of a value"),
        ("Subject: a\n\n{{upper(name)}}\n", "3: “upper(name)” is no name of a value"),
        ("Subject: a\n\n{{=<% %>=}}\n", "3: “=<%%>=” is no name of a value"),
        ("Subject: a\n\n{{% CONTENT_TYPE:HTML}}\n", "3: “%CONTENT_TYPE:HTML” is no name"),
        ("Subject: a\n\n{{.}}\n", "3: “.” is no name of a value"),
    ])
    func mistakesAreToldByFileAndLine(_ text: String, _ words: String) {
        let errors = errors(text)
        #expect(
            errors.contains { $0.hasPrefix("purge-in-7-days.mustache:") && $0.contains(words) },
            "\(errors)")
    }

    @Test(arguments: [
        "Subject: a\r\n\r\nHello {{ name }}\r\n", "Subject: a\n\n{{! a remark }}Text",
        "Subject:a\n\n{{#name}}{{service}}{{/name}}{{^name}}you{{/name}}\n",
    ])
    func whatIsRightIsTaken(_ text: String) { #expect(errors(text) == []) }

    @Test func allMistakesAreToldAtOnce() {
        let errors = errors("Subject: {{a}}\n\n{{b}}\n{{c}}\n")
        #expect(errors.count == 3)
        #expect(errors.map { $0.split(separator: ":")[1] } == ["1", "3", "4"])
    }

    @Test func missingFilesAreNamed() throws {
        let empty = FileManager.default.temporaryDirectory
            .appending(path: "holdfast-templates-\(UUID().uuidString.prefix(8))")
        try FileManager.default.createDirectory(at: empty, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(at: empty) }
        try Data([0xFF]).write(to: empty.appending(path: "alert.mustache"))
        let missing = #expect(throws: TemplateErrors.self) {
            try TemplateLoader.load(from: empty.path())
        }
        #expect(missing?.errors.count == Notice.Kind.allCases.count)
        #expect(missing?.description.contains("data-purged.mustache: cannot be read") == true)
        #expect(missing?.description.contains("alert.mustache: is not UTF-8") == true)
        let none = #expect(throws: TemplateErrors.self) {
            try TemplateLoader.load(from: "\(empty.path())/none")
        }
        #expect(none?.description.contains("/none: is no folder") == true)
    }
}
