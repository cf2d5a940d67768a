import API
import ArgumentParser

/// An IPv4 or IPv6 address on the command line, without a port.
struct ProxyAddress: ExpressibleByArgument {
    let address: String

    init?(argument: String) {
        guard TrustedProxies.isAddress(argument) else { return nil }
        address = argument
    }
}
