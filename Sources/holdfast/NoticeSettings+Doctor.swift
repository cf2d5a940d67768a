import Doctor
import Notifications

extension NoticeSettings {
    /// As the doctor looks at them: what is wrong with them is a finding.
    var examined: Examination.NoticeSettings {
        let mail = Self.setting { () throws(Complaint) in try self.mail() }
        let webhook = Self.setting { () throws(Complaint) in try self.webhook() }
        let isMailSetUp = if case .none = mail { false } else { true }
        return Examination.NoticeSettings(
            mail: mail, webhook: webhook,
            templates: isMailSetUp ? templates : givenTemplates)
    }

    private static func setting<Value: Sendable>(
        _ read: () throws(Complaint) -> Value?
    ) -> Examination.NoticeSettings.Setting<Value> {
        do {
            guard let value = try read() else { return .none }
            return .set(value)
        } catch {
            return .wrong(error.description)
        }
    }
}
