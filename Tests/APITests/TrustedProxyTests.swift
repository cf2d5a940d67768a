import Hummingbird
import Testing

@testable import API

/// Whose word is taken for who has asked.
struct TrustedProxyTests {
    private let proxies = TrustedProxies(["127.0.0.1", "10.0.0.2", "2001:DB8::2", "nonsense"])

    private func client(_ peer: String?, _ forwarded: String...) throws -> String? {
        var head = HTTPRequest(method: .get, scheme: "http", authority: "x", path: "/")
        let name = try #require(HTTPName("X-Forwarded-For"))
        for line in forwarded {
            head.headerFields.append(HTTPFields.Element(name: name, value: line))
        }
        return proxies.client(
            of: Request(head: head, body: RequestBody(buffer: ByteBuffer())), from: peer)
    }

    @Test func strangersAreNotBelieved() throws {
        #expect(try client("192.0.2.1", "203.0.113.5") == "192.0.2.1")
        #expect(try client("192.0.2.1") == "192.0.2.1")
        #expect(try client(nil, "203.0.113.5") == nil)
    }

    @Test func aProxyIs() throws {
        #expect(try client("127.0.0.1", "203.0.113.5") == "203.0.113.5")
        #expect(try client("::ffff:127.0.0.1", "203.0.113.5") == "203.0.113.5")
        #expect(try client("2001:db8::2", "2001:DB8::0:99") == "2001:db8::99")
        #expect(try client("127.0.0.1") == "127.0.0.1")
    }

    /// What stands before the last stranger, that one has written.
    @Test func onlyTheLastStrangerIsNamed() throws {
        #expect(try client("127.0.0.1", "198.51.100.1, 203.0.113.5") == "203.0.113.5")
        #expect(try client("127.0.0.1", "198.51.100.1", "203.0.113.5,10.0.0.2") == "203.0.113.5")
        #expect(try client("127.0.0.1", "10.0.0.2") == "10.0.0.2")
    }

    @Test(arguments: ["", "unknown", "203.0.113.5:8080", "nonsense, ", "_hidden"])
    func whatIsNoAddressIsNobody(forwarded: String) throws {
        #expect(try client("127.0.0.1", forwarded) == "127.0.0.1")
    }
}
