/** @type {import('next').NextConfig} */
const nextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  typedRoutes: false,
  // Native addons, the file-reading migration runner, a package that finds its .wasm by path, and one whose
  // modules contradict its type (the bundler refuses it) stay outside the bundle.
  serverExternalPackages: ["better-sqlite3", "pg", "chinese-days", "subset-font"],
  // authInterrupts: forbidden() answers 403 with app/forbidden.tsx.
  // bodySizeLimit: beyond the 5 MB a kept file may have, so that a bigger one is refused in words.
  experimental: { serverActions: { bodySizeLimit: "12mb" }, authInterrupts: true },
  async headers() {
    return [
      {
        source: "/:path*",
        headers: [
          { key: "X-Content-Type-Options", value: "nosniff" },
          // Development needs eval; what is served to people runs only our own files.
          ...(process.env.NODE_ENV === "production"
            ? [
                {
                  key: "Content-Security-Policy",
                  value:
                    "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'",
                },
              ]
            : []),
          { key: "Referrer-Policy", value: "same-origin" },
          { key: "X-Frame-Options", value: "DENY" },
          { key: "Permissions-Policy", value: "camera=(self), geolocation=(self), microphone=()" },
        ],
      },
    ];
  },
};

export default nextConfig;
