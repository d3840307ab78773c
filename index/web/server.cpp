// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/web/server.h"

#include <Poco/ErrorHandler.h>
#include <Poco/Net/HTTPRequestHandler.h>
#include <Poco/Net/HTTPRequestHandlerFactory.h>
#include <Poco/Net/HTTPServer.h>
#include <Poco/Net/HTTPServerParams.h>
#include <Poco/Net/HTTPServerRequest.h>
#include <Poco/Net/HTTPServerResponse.h>
#include <Poco/Net/NetException.h>
#include <Poco/Net/TCPServer.h>
#include <Poco/ThreadPool.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <mutex>

#include "index/web/delivery.h"
#include "index/web/guarded_socket.h"
#include "pipeline/failure.h"

namespace guidang::web {
namespace {

namespace net = Poco::Net;

constexpr int kMostRequestsOfAConnection = 100;
constexpr std::size_t kPiece = 64UL << 10U;

Endpoint endpoint_of(const net::SocketAddress& address) {
  return web::endpoint_of(address.host().toString(), address.port()).value_or(Endpoint{});
}

RawRequest raw_request(const net::HTTPServerRequest& request) {
  RawRequest raw{.method = request.getMethod(),
                 .target = request.getURI(),
                 .peer = endpoint_of(request.clientAddress()),
                 .own = endpoint_of(request.serverAddress())};
  for (const auto& [name, value] : request) {
    std::string known = name;
    for (char& c : known) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    raw.headers.emplace_back(std::move(known), value);
  }
  return raw;
}

/// What one connection needs of the server.
struct Desk {
  const Site& site;
  const Doorkeeper& doorkeeper;
  RequestRules rules{};
  std::function<void(const std::string&)> log{};
  std::function<void(const std::string&)> complain{};
  std::atomic<bool> stopping{false};
};

class Attendant : public net::HTTPRequestHandler {
 public:
  explicit Attendant(const Desk& desk) : desk_(desk) {}

  void handleRequest(net::HTTPServerRequest& request, net::HTTPServerResponse& answer) override {
    const RawRequest raw = raw_request(request);
    const Understood understood = understand(raw, desk_.rules, desk_.doorkeeper);
    std::string complaint;
    Response response = understood.refusal
                            ? desk_.site.refuse(understood.request, *understood.refusal)
                            : desk_.site.answer(understood.request, &complaint);
    if (!complaint.empty() && desk_.complain) desk_.complain(complaint);
    response = ready_to_send(understood.request, std::move(response));
    // What may follow in the connection belongs to the request that was refused.
    if (understood.refusal || desk_.stopping) answer.setKeepAlive(false);
    write_head(response, answer);
    const std::size_t sent = send(response, request, answer);
    if (desk_.log) {
      const std::string path = raw.target.substr(0, raw.target.find('?'));
      desk_.log(fmt::format("{} {} {} {}{}", raw.method, path, response.status, sent,
                            understood.request.visitor.staff ? " staff" : ""));
    }
  }

 private:
  static void write_head(const Response& response, net::HTTPServerResponse& answer) {
    answer.setStatus(static_cast<net::HTTPResponse::HTTPStatus>(response.status));
    answer.setReason(net::HTTPResponse::getReasonForStatus(answer.getStatus()));
    // An answer says nothing but what was asked for: not even the hour.
    answer.erase("Date");
    for (const auto& [name, value] : response.headers) answer.set(name, value);
    if (response.status != 304) answer.setContentType(response.type);
  }

  std::size_t send(const Response& response, const net::HTTPServerRequest& request,
                   net::HTTPServerResponse& answer) const {
    if (response.stream) return send_stream(response, request, answer);
    if (response.file) return send_file(*response.file, answer);
    if (response.status == 304) {
      answer.send();
      return 0;
    }
    answer.sendBuffer(response.body.data(), response.body.size());
    return response.body.size();
  }

  std::size_t send_stream(const Response& response, const net::HTTPServerRequest& request,
                          net::HTTPServerResponse& answer) const {
    const bool old = request.getVersion() == net::HTTPMessage::HTTP_1_0;
    if (old) answer.setKeepAlive(false);
    answer.setChunkedTransferEncoding(!old);
    std::ostream& out = answer.send();
    std::size_t sent = 0;
    if (request.getMethod() == net::HTTPRequest::HTTP_HEAD) return sent;
    response.stream([&](std::string_view piece) {
      out.write(piece.data(), static_cast<std::streamsize>(piece.size()));
      sent += piece.size();
      return out.good() && !desk_.stopping;
    });
    return sent;
  }

  std::size_t send_file(const FileBody& file, net::HTTPServerResponse& answer) const {
    answer.setContentLength64(static_cast<Poco::Int64>(file.size));
    std::ostream& out = answer.send();
    std::array<char, kPiece> piece{};
    std::uint64_t sent = 0;
    while (sent < file.size && out.good() && !desk_.stopping) {
      const auto wanted = std::min<std::uint64_t>(piece.size(), file.size - sent);
      const ssize_t got = ::pread(file.descriptor.get(), piece.data(),
                                  static_cast<std::size_t>(wanted), static_cast<off_t>(sent));
      // The length is said already; a cut connection is the one way to say that it is not whole.
      if (got <= 0) throw Poco::IOException("file");
      out.write(piece.data(), got);
      sent += static_cast<std::uint64_t>(got);
    }
    return static_cast<std::size_t>(sent);
  }

  const Desk& desk_;
};

class AttendantFactory : public net::HTTPRequestHandlerFactory {
 public:
  explicit AttendantFactory(const Desk& desk) : desk_(desk) {}
  net::HTTPRequestHandler* createRequestHandler(const net::HTTPServerRequest& /*r*/) override {
    return new Attendant(desk_);
  }

 private:
  const Desk& desk_;
};

/// Poco tells of broken connections on stderr; a visitor who leaves is nothing to tell of.
class QuietErrors : public Poco::ErrorHandler {
 public:
  void exception(const Poco::Exception& /*error*/) override {}
  void exception(const std::exception& /*error*/) override {}
  void exception() override {}
};

/// Says so when all threads are busy and enough wait; else the connection would only be cut.
class Doorman : public net::TCPServerConnectionFilter {
 public:
  explicit Doorman(std::function<bool()> full) : full_(std::move(full)) {}
  bool accept(const net::StreamSocket& socket) override {
    if (!full_()) return true;
    constexpr std::string_view kBusy = "检索站繁忙，请稍后再试 / busy, please try again\n";
    const std::string answer = fmt::format(
        "HTTP/1.1 503 Service Unavailable\r\nRetry-After: 2\r\nConnection: close\r\n"
        "Content-Type: text/plain; charset=utf-8\r\nContent-Length: {}\r\n\r\n{}",
        kBusy.size(), kBusy);
    try {
      net::StreamSocket given(socket);
      given.sendBytes(answer.data(), static_cast<int>(answer.size()));
      given.shutdownSend();
    } catch (const Poco::Exception&) {
      return false;
    }
    return false;
  }

 private:
  std::function<bool()> full_;
};

}  // namespace

struct Server::Impl {
  Impl(const Site& site, const Doorkeeper& doorkeeper, const ServerOptions& options)
      : desk{.site = site,
             .doorkeeper = doorkeeper,
             .rules = {.names = options.names},
             .log = options.log,
             .complain = options.complain},
        pool(2, static_cast<int>(options.threads)) {}

  Desk desk;
  QuietErrors errors{};
  Poco::ThreadPool pool;
  std::unique_ptr<net::HTTPServer> server{};
  std::string host{};
  std::once_flag stopped{};
};

Server::Server(const Site& site, const Doorkeeper& doorkeeper, ServerOptions options)
    : impl_(std::make_unique<Impl>(site, doorkeeper, options)) {
  Poco::ErrorHandler::set(&impl_->errors);
  net::HTTPServerParams::Ptr params(new net::HTTPServerParams);
  params->setMaxThreads(static_cast<int>(options.threads));
  params->setMaxQueued(static_cast<int>(2 * options.threads));
  params->setTimeout(Poco::Timespan(2, 0));  // to the first byte of a connection
  params->setKeepAlive(true);
  params->setKeepAliveTimeout(Poco::Timespan(1, 0));
  params->setMaxKeepAliveRequests(kMostRequestsOfAConnection);
  params->setThreadIdleTime(Poco::Timespan(10, 0));
  try {
    const net::SocketAddress address(options.address, options.port);
    const GuardedListener listener(address, impl_->desk.stopping);
    impl_->server = std::make_unique<net::HTTPServer>(new AttendantFactory(impl_->desk),
                                                      impl_->pool, listener, params);
    net::HTTPServer* const server = impl_->server.get();
    const int most = static_cast<int>(options.threads);
    server->setConnectionFilter(
        new Doorman([server, most] { return server->queuedConnections() >= most; }));
    impl_->host = (address.family() == net::SocketAddress::IPv6) ? "[" + options.address + "]"
                                                                 : options.address;
    server->start();
  } catch (const Poco::Exception& error) {
    throw Failure(
        fmt::format("{}:{}: {}", options.address, options.port, error.displayText()),
        "端口已占用或地址不对；用 --listen 换一个 / the port is taken or the address is not "
        "this machine's; choose another with --listen",
        ExitStatus::usage);
  }
}

Server::~Server() { stop(); }

std::uint16_t Server::port() const { return impl_->server->port(); }

std::string Server::address() const { return fmt::format("http://{}:{}/", impl_->host, port()); }

void Server::stop() {
  std::call_once(impl_->stopped, [this] {
    if (!impl_->server) return;
    impl_->desk.stopping = true;
    impl_->server->stopAll(false);
    impl_->pool.joinAll();
  });
}

}  // namespace guidang::web
