import Domain

/// Asks a mail server whether it would take mail, and sends none.
package struct MailProbe: Sendable {
    /// In seconds.
    private static let limit = 10

    package init() {}

    /// Greets it, encrypts and logs in as a delivery does.
    ///
    /// - Returns: Why that does not work; `nil` where it does.
    package func trouble(with settings: MailSettings, _ curl: Curl) async -> String? {
        let ending = await curl.run(CurlConfiguration(greeting: settings, within: Self.limit))
        return ending.failure(hiding: settings.secrets)?.message
    }
}
