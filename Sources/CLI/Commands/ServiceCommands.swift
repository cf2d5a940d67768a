import ArgumentParser
import Wire

/// `holdfast services`
struct ServiceCommand: ClientCommand {
    static let configuration = CommandConfiguration(
        commandName: "services", abstract: "Show what can be subscribed to.")

    @Argument(help: "One service, in detail.", completion: .services)
    var service: String?

    @OptionGroup var options: ClientOptions

    func perform(at desk: Desk) async throws {
        if let service {
            let one: Answer<ServiceReply> = try await desk.api.get("services/\(service.escaped)")
            return try desk.show(one) { ServiceText.details($0, desk.paint) }
        }
        let all: Answer<[ServiceReply]> = try await desk.api.all("services")
        try desk.show(all) { ServiceText.list($0, desk.paint) }
    }
}
