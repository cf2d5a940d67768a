import Hummingbird
import Wire

/// `/`: for whoever opens the server's address in a browser.
struct FrontRoutes {
    func add(to router: Router<APIContext>) {
        router.get("/") { _, _ in
            Response(
                status: .ok,
                headers: [
                    .contentType: Self.contentType,
                    .contentSecurityPolicy: "default-src 'none'; style-src 'unsafe-inline'",
                ], body: ResponseBody(byteBuffer: ByteBuffer(string: Self.page)))
        }
    }

    static let contentType = "text/html; charset=utf-8"

    private static let page = """
        <!DOCTYPE html>
        <html lang="en">
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width">
        <title>Holdfast</title>
        <style>
        :root { color-scheme: light dark }
        body { font: 1rem/1.5 system-ui, sans-serif; max-width: 36rem; margin: 4rem auto;
            padding: 0 1rem }
        </style>
        <h1>Holdfast</h1>
        <p>This server runs services that keep their data in files, and keeps that data.</p>
        <p>There are no pages here yet. It is spoken to by the command <code>holdfast</code>,
        beginning with <code>holdfast login</code>, and by programs:</p>
        <ul>
        <li><a href="/api/v1">/api/v1</a>, where the API begins</li>
        <li><a href="/api/v1/openapi.json">/api/v1/openapi.json</a>, its description (OpenAPI 3.1)
        </li>
        <li><a href="/health">/health</a>, whether the server serves</li>
        </ul>
        </html>

        """
}
