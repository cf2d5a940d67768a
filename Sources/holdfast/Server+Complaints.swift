import CatalogFiles
import DockerAPI
import Domain
import EngineDocker
import KubernetesAPI
import NIOCore
import Notifications

extension Server {
    /// Runs until it is told to stop.
    ///
    /// - Throws: `Complaint`, where it cannot start for a reason that a person can mend.
    func serve() async throws {
        do {
            try await run()
        } catch let failure as StoreFailure {
            throw Complaint(failure.message)
        } catch let refusal as BackingRefusal {
            throw Complaint(refusal.description)
        } catch let errors as CatalogErrors {
            throw Complaint("\(errors)")
        } catch let errors as TemplateErrors {
            throw Complaint("\(errors)")
        } catch let error as DockerEndpointError {
            throw Complaint("\(error)")
        } catch let error as KubeconfigError {
            throw Complaint("\(error)")
        } catch let error as IOError {
            throw Complaint(
                "Cannot listen on \(settings.listen.defaultValueDescription): \(error). Stop "
                    + "whoever does, or choose another address with --listen.")
        }
    }
}
