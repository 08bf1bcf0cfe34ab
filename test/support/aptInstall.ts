/** Installs packages of Debian and its kin, where that is possible without asking anyone. */
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";

const APT = "/usr/bin/apt-get";

export function canAptInstall(): boolean {
  return existsSync(APT) && process.getuid?.() === 0;
}

export function aptInstall(...packages: string[]): void {
  console.log(`Installing ${packages.join(", ")}…`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  // Waits for another installation to end, rather than fail.
  const options = ["-qq", "-o", "DPkg::Lock::Timeout=300"];
  execFileSync(APT, [...options, "update"], { stdio: ["ignore", "ignore", "inherit"], env });
  execFileSync(APT, [...options, "install", "-y", "--no-install-recommends", ...packages], {
    stdio: ["ignore", "ignore", "inherit"],
    env,
  });
}
