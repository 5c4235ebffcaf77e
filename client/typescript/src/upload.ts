/** How far an upload has come, in bytes. */
export interface Progress {
  sent: number;
  total: number;
}

/** A request whose body is a file. */
export interface Upload {
  url: string;
  headers: Headers;
  file: Blob;
  onProgress: ((progress: Progress) => void) | undefined;
  signal: AbortSignal | undefined;
}

/** Sends a file once. Browsers tell how far it has come of an XMLHttpRequest only, Node.js of a stream. */
export function sendFile(upload: Upload, fetch: typeof globalThis.fetch): Promise<Response> {
  return typeof XMLHttpRequest === "undefined" ? streamed(upload, fetch) : requested(upload);
}

function streamed({ url, headers, file, onProgress, signal }: Upload, fetch: typeof globalThis.fetch): Promise<Response> {
  let sent = 0;
  const counted = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      controller.enqueue(chunk);
      onProgress?.({ sent: (sent += chunk.byteLength), total: file.size });
    },
  });
  const body = file.stream().pipeThrough(counted);
  // The types of fetch don't know duplex yet, which a stream needs.
  const init: RequestInit & { duplex: "half" } = { method: "POST", headers, body, duplex: "half", signal: signal ?? null };
  return fetch(url, init);
}

function requested({ url, headers, file, onProgress, signal }: Upload): Promise<Response> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", url);
    headers.forEach((value, name) => request.setRequestHeader(name, value));
    request.responseType = "text";
    const leave = () => request.abort();
    signal?.addEventListener("abort", leave);
    request.upload.onprogress = ({ loaded }) => onProgress?.({ sent: loaded, total: file.size });
    request.onload = () => {
      const { status, statusText, responseText } = request;
      resolve(new Response(status === 204 ? null : responseText, { status, statusText, headers: headersOf(request) }));
    };
    request.onerror = () => reject(new TypeError("The upload failed."));
    request.onabort = () => reject(signal?.reason);
    request.onloadend = () => signal?.removeEventListener("abort", leave);
    if (signal?.aborted) return reject(signal.reason);
    request.send(file);
  });
}

function headersOf(request: XMLHttpRequest): Headers {
  const headers = new Headers();
  for (const line of request.getAllResponseHeaders().trim().split("\r\n")) {
    const colon = line.indexOf(":");
    if (colon > 0) headers.append(line.slice(0, colon), line.slice(colon + 1).trim());
  }
  return headers;
}
