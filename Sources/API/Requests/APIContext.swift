package import Hummingbird

/// What is known about a request on its way through the router.
package struct APIContext: Hummingbird.RequestContext {
    /// The largest body that is read: 64 KiB.
    package static let largestBody = 64 * 1024

    package var coreContext: CoreRequestContextStorage
    /// The network address of whoever is connected, or of whom a trusted proxy asks for.
    package var address: String?
    package var requestID = ""
    /// Set once it is known who asks.
    package var caller: Caller?

    package init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        address = source.channel.remoteAddress?.ipAddress
    }
}
