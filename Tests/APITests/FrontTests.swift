import Testing

/// The page at the server's address.
struct FrontTests {
    @Test func saysWhatThisIsAndLeadsNowhereElse() async throws {
        let world = try await World()
        try await world.test { client in
            let page = try await client.get("/")
            #expect(page.status == 200)
            #expect(page.headers[.contentType] == "text/html; charset=utf-8")
            #expect(page.headers[.contentSecurityPolicy]?.hasPrefix("default-src 'none'") == true)
            let links = page.text.matches(of: /href="([^"]+)"/).map { String($0.1) }
            #expect(links.contains("/api/v1/openapi.json"))
            for link in links { #expect(try await client.get(link).status == 200, "\(link)") }
        }
    }
}
