/// The networks that a container to be made joins.
package struct NetworkingBody: Encodable, Equatable, Sendable {
    package var endpoints: [String: EmptyBody]

    package init(joining names: [String]) {
        endpoints = Dictionary(uniqueKeysWithValues: names.map { ($0, EmptyBody()) })
    }

    private enum CodingKeys: String, CodingKey { case endpoints = "EndpointsConfig" }
}
