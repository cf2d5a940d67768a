/// Where services are opened, and where people are sent.
package struct AddressFacts: Equatable, Sendable {
    package var publish: String
    package var publicHost: String
    package var isEngineLocal: Bool

    package init(publish: String, publicHost: String, isEngineLocal: Bool) {
        self.publish = publish
        self.publicHost = publicHost
        self.isEngineLocal = isEngineLocal
    }

    var findings: [Diagnosis] {
        let isPrivate = Self.isThisMachine(publish)
        let isSentHere = Self.isThisMachine(publicHost)
        if isPrivate, !isEngineLocal {
            return [
                .problem(
                    .address, .configuration,
                    "Services are opened on \(publish) of the engine's machine, where this one "
                        + "cannot reach them.",
                    "Set HOLDFAST_PUBLISH to an address of that machine, and "
                        + "HOLDFAST_PUBLIC_HOST to its name.")
            ]
        }
        if isPrivate, !isSentHere {
            return [
                .note(
                    .address,
                    "People are sent to \(publicHost), and services are opened on \(publish) only.",
                    "Set HOLDFAST_PUBLISH=0.0.0.0, unless something on this machine passes "
                        + "visitors on.")
            ]
        }
        if !isPrivate, isSentHere {
            return [
                .note(
                    .address,
                    "Services are opened on \(publish), and people are told \(publicHost).",
                    "Set HOLDFAST_PUBLIC_HOST to the name by which others know this machine, or "
                        + "HOLDFAST_PUBLISH=127.0.0.1.")
            ]
        }
        return [
            .ok(.address, "Services are opened on \(publish), and found at \(publicHost).")
        ]
    }

    static func isThisMachine(_ host: String) -> Bool {
        host == "localhost" || host == "::1" || host.hasPrefix("127.")
    }
}
