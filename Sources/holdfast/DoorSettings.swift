import API
import ArgumentParser
import Domain
import Operations

/// Who comes in, and how often they may try.
struct DoorSettings: ParsableArguments {
    @Option(
        name: .customLong("trusted-proxy"),
        help: ArgumentHelp(
            """
            The address of a proxy before the server, whose X-Forwarded-For is believed; may be \
            given again. [HOLDFAST_TRUSTED_PROXY, with commas between]
            """, valueName: "address"))
    private var proxies: [ProxyAddress] = Variable("TRUSTED_PROXY").list()

    @Option(
        help: """
            How many logins into one account may fail from one address in 5 minutes. \
            [HOLDFAST_LOGIN_FAILURES]
            """)
    var loginFailures = Variable("LOGIN_FAILURES").value(else: 10)

    @Option(
        help: """
            How many logins may fail from one address in 5 minutes. \
            [HOLDFAST_LOGIN_FAILURES_PER_ADDRESS]
            """)
    var loginFailuresPerAddress = Variable("LOGIN_FAILURES_PER_ADDRESS").value(else: 50)

    var trustedProxies: TrustedProxies { TrustedProxies(proxies.map(\.address)) }

    var loginLimits: LoginLimits {
        LoginLimits(
            account: AttemptLimit(loginFailures, in: .seconds(300)),
            address: AttemptLimit(loginFailuresPerAddress, in: .seconds(300)))
    }

    func validate() throws {
        try Variable("TRUSTED_PROXY").checkList(ProxyAddress.self, "127.0.0.1,::1")
        for name in ["LOGIN_FAILURES", "LOGIN_FAILURES_PER_ADDRESS"] {
            try Variable(name).check(Int.self, "10")
        }
        guard loginFailures > 0, loginFailuresPerAddress > 0 else {
            throw ValidationError("At least one login must be allowed to fail.")
        }
    }
}
