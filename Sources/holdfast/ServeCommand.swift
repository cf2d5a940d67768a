import ArgumentParser
import CatalogFiles
import DockerAPI
import Domain
import EngineDocker
import NIOCore

/// `holdfast serve`: the API and the reconciler, until it is told to stop.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Run the server on this machine.")

    @OptionGroup var settings: Settings

    func run() async throws {
        do {
            try await Server(settings: settings).run()
        } catch let failure as StoreFailure {
            throw Complaint(failure.message)
        } catch let refusal as BackingRefusal {
            throw Complaint(refusal.description)
        } catch let errors as CatalogErrors {
            throw Complaint("\(errors)")
        } catch let error as DockerEndpointError {
            throw Complaint("\(error)")
        } catch let error as IOError {
            throw Complaint(
                "Cannot listen on \(settings.listen.defaultValueDescription): \(error). Stop "
                    + "whoever does, or choose another address with --listen.")
        }
    }
}
