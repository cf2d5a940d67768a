/// What was given as the secret of a webhook is none. Says nothing of it.
package struct MalformedWebhookSecret: Error, Equatable, CustomStringConvertible {
    package var description: String {
        """
        A webhook's secret is at least 24 random bytes in base 64, with or without “whsec_” \
        before them. Make one: openssl rand -base64 32
        """
    }
}
